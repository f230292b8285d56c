"""What the style of a drawing may say: properties, functions and at-rules of CSS.

None of them loads anything but ``url()``, whose addresses are judged where they stand.
Source: CSS Snapshot 2024 and the modules it names.
"""

from __future__ import annotations

from tiers_lieu_mooc.assembly.drawings.lists import STYLED, words

__all__ = ["AT_RULES", "FUNCTIONS", "is_property"]

_PROPERTIES = STYLED | words(
    """
    animation animation-composition animation-delay animation-direction animation-duration
    animation-fill-mode animation-iteration-count animation-name animation-play-state
    animation-timing-function aspect-ratio background background-color block-progression border
    border-bottom border-color border-left border-radius border-right border-style border-top
    border-width box-sizing color-adjust color-scheme cx cy d fill-color fill-image font
    font-language-override font-optical-sizing font-palette font-synthesis
    font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures
    font-variant-numeric font-variant-position font-variation-settings forced-color-adjust
    height hyphens letter-spacing line-break margin margin-bottom margin-left margin-right
    margin-top mask-clip mask-composite mask-mode mask-origin mask-position mask-repeat
    mask-size max-height max-width min-height min-width object-fit offset-anchor offset-distance
    offset-path offset-position offset-rotate outline overflow-wrap overflow-x overflow-y
    padding padding-bottom padding-left padding-right padding-top perspective perspective-origin
    position print-color-adjust r rotate ruby-position rx ry scale shape-inside shape-margin
    shape-padding shape-subtract speak stroke-alignment tab-size text-align-last
    text-combine-upright text-decoration-color text-decoration-line text-decoration-skip-ink
    text-decoration-style text-decoration-thickness text-emphasis text-indent text-shadow
    text-transform text-underline-offset text-underline-position text-wrap transform
    transform-style transition transition-delay transition-duration transition-property
    transition-timing-function translate user-select vertical-align width will-change word-break
    word-wrap x y z-index zoom
    """
)
_PREFIXES = ("--", "-inkscape-")
_VENDORS = ("-webkit-", "-moz-", "-ms-", "-o-")
_HARMFUL = frozenset({"binding", "behavior"})

AT_RULES = frozenset({"keyframes", "-webkit-keyframes", "-moz-keyframes", "media", "supports"})

FUNCTIONS = words(
    """
    blur brightness calc circle clamp color color-mix contrast cos cubic-bezier cue device-cmyk dir
    drop-shadow ellipse grayscale has hsl hsla hue-rotate hwb icc-color inset invert is lab lang lch
    light-dark linear matrix matrix3d max min not nth-child nth-last-child nth-last-of-type
    nth-of-type oklab oklch opacity path perspective polygon rect rgb rgba rotate rotate3d rotatex
    rotatey rotatez round saturate scale scale3d scalex scaley scalez sepia sin skew skewx skewy
    steps translate translate3d translatex translatey translatez var where xywh
    """
)
"""Those of values and of selectors, in lower case; ``url()`` is judged apart."""


def is_property(name: str) -> bool:
    """Tell whether a property is admitted; ``name`` is in lower case."""
    if name in _PROPERTIES or name.startswith(_PREFIXES):
        return True
    for vendor in _VENDORS:
        if name.startswith(vendor):
            bare = name.removeprefix(vendor)
            return bare in _PROPERTIES and bare not in _HARMFUL
    return False
