from html.parser import HTMLParser

from explorer.figures.jacobian_checks import jacobian_checks
from explorer.scenes.jacobian import Check


class Badges(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.spoken, self.words = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "b":
            self.spoken.append(dict(attributes)["aria-label"])

    def handle_data(self, data):
        self.words.append(data)


def test_each_check_has_a_sign_a_spoken_word_and_its_words():
    badges = Badges(jacobian_checks([Check(True, "a < b"), Check(False, "c & d")]))
    assert badges.spoken == ["good", "beware"]
    assert badges.words == ["\N{CHECK MARK}", "a < b", "\N{WARNING SIGN}", "c & d"]
