-- Version 3: what is compared of each article, and which articles are one report and one story.
CREATE TABLE fingerprint (
  article INTEGER NOT NULL,
  method TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (article),
  FOREIGN KEY(article) REFERENCES article ("key")
);
CREATE TABLE report (
  article INTEGER NOT NULL,
  story TEXT NOT NULL,
  report TEXT NOT NULL,
  PRIMARY KEY (article),
  FOREIGN KEY(article) REFERENCES article ("key")
);
