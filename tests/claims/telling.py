"""What an article tells, in the few words that a test compares."""

from dataclasses import dataclass

from elchi.model import Article, Claim, ClaimKind
from elchi.pipeline import read_claims

TUESDAY = "2024-08-20"


@dataclass(frozen=True)
class Told:
    """The claims of one text."""

    claims: tuple[Claim, ...]

    @property
    def events(self) -> list[Claim]:
        return [c for c in self.claims if c.kind is ClaimKind.EVENT]

    @property
    def quotes(self) -> list[Claim]:
        return [c for c in self.claims if c.kind is ClaimKind.QUOTE]

    def statements(self, type_: str) -> list[Claim]:
        return [c for c in self.claims if c.kind is ClaimKind.STATEMENT and c.type == type_]

    def event(self, act: str) -> Claim:
        """The one event whose type or mode is `act`."""
        found = [c for c in self.events if act in {c.type, c.mode}]
        assert len(found) == 1, f"{len(found)} {act} among {[(c.type, c.mode, c.status.value) for c in self.events]}"
        return found[0]


def tell(text: str, language: str, published: str | None = TUESDAY, **fields: object) -> Told:
    """Read `text` as an article of its own."""
    return Told(read_claims(Article("a", text, language=language, published=published, **fields)).claims)


def who(claim: Claim, role: str) -> set[str]:
    """The entities in `role`, without the persons who act for them."""
    return {p.entity for p in claim.participants if p.role == role and p.kind != "person"}


def persons(claim: Claim) -> set[str]:
    """The persons of a claim."""
    return {p.entity for p in claim.participants if p.kind == "person"}


def sides(claim: Claim) -> set[str]:
    """Everyone who takes part in an act, whatever the role."""
    return who(claim, "party") | who(claim, "actor") | who(claim, "recipient")


def words(claim: Claim) -> str:
    """The evidence of a claim."""
    return " … ".join(e.text for e in claim.evidence)
