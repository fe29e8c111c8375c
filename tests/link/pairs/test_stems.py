import pytest

from onrecord.link.pairs.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "capture captured captures capturing", "stop stopped stopping stops", "carry carries carried", "hold held holds holding",
        "city cities", "clash clashes clashed", "add added adds", "woman women", "die died dying dies", "kill killed kills killing",
        "repel repels", "house houses", "Syria Syria's", "shoot shot shooting",
    ],
)  # fmt: skip
def test_forms_of_one_word_share_their_stem(forms):
    assert len({stem(word) for word in forms.split()}) == 1


def test_planes_are_no_plans():
    assert stem("planes") != stem("plans")
