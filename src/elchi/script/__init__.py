"""Unicode work: folding of words, tokens with raw offsets, romanised sound keys."""

from elchi.script.fold import ascii_digits, fold, fold_text
from elchi.script.romanise import romanise
from elchi.script.sound import SAME, same_sound, sound_key
from elchi.script.tokens import NUMBER, SIGN, WORD, Token, tokenise, words_of

__all__ = [
    "NUMBER",
    "SAME",
    "SIGN",
    "WORD",
    "Token",
    "ascii_digits",
    "fold",
    "fold_text",
    "romanise",
    "same_sound",
    "sound_key",
    "tokenise",
    "words_of",
]
