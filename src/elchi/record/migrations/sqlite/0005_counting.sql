CREATE INDEX claim_by_confidence ON claim (confidence, claim);
CREATE INDEX article_by_language ON article (language);
