"""Unicode work: folding of words, tokens with raw offsets, romanised sound keys."""

from elchi.script.contractions import spell_out
from elchi.script.fold import ascii_digits, fold, fold_text
from elchi.script.likeness import ALIKE, SAME, Likeness, likeness, same_sound
from elchi.script.phones import phones, script_of
from elchi.script.romanise import romanise
from elchi.script.sound import key_likeness, sound_key
from elchi.script.tokens import LONGEST_WORD, NUMBER, SIGN, WORD, Token, tokenise, word_keys, words_of

__all__ = [
    "ALIKE",
    "LONGEST_WORD",
    "NUMBER",
    "SAME",
    "SIGN",
    "WORD",
    "Likeness",
    "Token",
    "ascii_digits",
    "fold",
    "fold_text",
    "key_likeness",
    "likeness",
    "phones",
    "romanise",
    "same_sound",
    "script_of",
    "sound_key",
    "spell_out",
    "tokenise",
    "word_keys",
    "words_of",
]
