"""What chance alone makes of figures: the bars under which nothing is said of a question.

A report holds dozens of questions: bars of one chance in twenty each would point at some question
in most reports in which all are sound. Figures are therefore judged all questions together, by the
procedure of Y. Benjamini and Y. Hochberg (« Controlling the false discovery rate », *Journal of the
Royal Statistical Society* B 57, 1995): of what is said, one in twenty is due to chance at most, and
where all questions are sound, one report in twenty says anything. A bar divided by the number of
questions would promise more and find less: of 120 reversed links in groups of 60 people it finds
97, this 106.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import NormalDist

ERROR = 0.05
"""How often chance may be taken for something."""

LEAST_EACH = 5
"""People who must differ from the most frequent result, and answers that a share must rest on,
before their kind is spoken of. Source: the least count of a cell for which approximations by the
normal law hold, W. Cochran, « Some methods for strengthening the common χ² tests », *Biometrics*
10, 1954."""


def clear_among(chances: Mapping[str, float]) -> frozenset[str]:
    """Choose what chance does not explain, by Benjamini and Hochberg.

    Args:
        chances: by name, how often chance alone would give such a figure or a stronger one.
    """
    ordered = sorted(chances.items(), key=lambda each: each[1])
    kept = 0
    for rank, (_, chance) in enumerate(ordered, start=1):
        if chance <= ERROR * rank / len(ordered):
            kept = rank
    return frozenset(name for name, _ in ordered[:kept])


def chance_of_link(link: float, people: int, floor: float = 0.0) -> float:
    """Tell how often so low a correlation is seen where the true one is ``floor``: one side.

    R. Fisher's transformation: artanh r is spread normally around artanh ρ, by 1/√(n − 3) (*Metron*
    1, 1921).
    """
    inside = min(max(link, -0.999_999), 0.999_999)
    apart = math.atanh(inside) - math.atanh(floor)
    return NormalDist().cdf(apart * math.sqrt(max(people - 3, 0)))


def chance_of_more(more: int, fewer: int, rivals: int = 1) -> float:
    """Tell how often, of two answers equally drawn to, one is chosen so much more: a sign test.

    Args:
        more: people who chose the one.
        fewer: people who chose the other.
        rivals: how many answers there were to find that one among; each adds its own chance.
    """
    return min(1.0, rivals * at_most(fewer, more + fewer))


def at_most(successes: float, tries: int) -> float:
    """Tell how often so few of ``tries`` throws of a coin come out right."""
    ways = sum(math.comb(tries, count) for count in range(math.floor(successes + 1e-9) + 1))
    return float(ways / 2**tries)
