"""The words of talks as lists and forms take them."""

from openkader.publication import talk_words
from openkader.web.presenters.names import Words
from openkader.web.shell import lazily

SETTINGS: Words = {one: lazily(text) for one, text in talk_words.SETTINGS.items()}
STATED: Words = {one: lazily(text) for one, text in talk_words.STATED.items()}
