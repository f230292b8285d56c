"""What a drawing may be made of: elements, attributes, and the editors that leave notes in it.

Source: SVG 1.1 (Second Edition), appendices K and L; SVG 2, appendices D and E. What is not here is
refused, so that a browser's next novelty is refused as well.
"""

from __future__ import annotations

import re

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
XHTML = "http://www.w3.org/1999/xhtml"


def words(text: str) -> frozenset[str]:
    """Read a list that is written as words."""
    return frozenset(text.split())


ANIMATIONS = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})

ELEMENTS = ANIMATIONS | words(
    """
    a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
    feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter font font-face g glyph
    hatch hatchpath hkern image line linearGradient marker mask meshgradient meshpatch meshrow
    metadata missing-glyph mpath path pattern polygon polyline radialGradient rect solidcolor
    solidColor stop style svg switch symbol text textPath title tspan use view vkern
    """
)
"""``font-face`` holds no address; ``font-face-src`` and ``font-face-uri`` do, and are not here."""

PLAIN = words(
    """
    accent-height accumulate additive alphabetic amplitude arabic-form ascent attributeName
    attributeType azimuth baseFrequency baseProfile begin bias by calcMode cap-height class
    clipPathUnits content contentStyleType cx cy d descent diffuseConstant divisor dur dx dy
    edgeMode elevation end exponent externalResourcesRequired filterRes filterUnits from
    fr fx fy g1 g2 glyph-name gradientTransform gradientUnits hanging height horiz-adv-x
    horiz-origin-x horiz-origin-y id ideographic in in2 intercept k k1 k2 k3 k4 kernelMatrix
    kernelUnitLength keyPoints keySplines keyTimes lang lengthAdjust limitingConeAngle markerHeight
    markerUnits markerWidth maskContentUnits maskUnits mathematical max media method min mode name
    numOctaves offset operator order orient orientation origin overline-position overline-thickness
    panose-1 path pathLength patternContentUnits patternTransform patternUnits pitch points
    pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX
    refY repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate rx ry
    scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset
    stdDeviation stemh stemv stitchTiles strikethrough-position strikethrough-thickness
    surfaceScale systemLanguage tableValues target targetX targetY textLength title to transform
    type u1 u2 underline-position underline-thickness unicode unicode-range units-per-em
    v-alphabetic v-hanging v-ideographic v-mathematical values version vert-adv-y vert-origin-x
    vert-origin-y viewBox viewTarget width widths x x-height x1 x2 xChannelSelector y y1 y2
    yChannelSelector z zoomAndPan
    """
)
"""Attributes whose values are numbers, names or texts: no browser looks for an address in them."""

STYLED = words(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-profile color-rendering cursor direction display
    dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color
    flood-opacity font-family font-feature-settings font-kerning font-size font-size-adjust
    font-stretch font-style font-variant font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing
    lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
    mix-blend-mode opacity overflow paint-order pointer-events shape-rendering solid-color
    solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor
    text-decoration text-orientation text-overflow text-rendering transform-box transform-origin
    unicode-bidi vector-effect visibility white-space word-spacing writing-mode
    """
)
"""Attributes that are CSS properties; so are their values."""

ANIMATED = STYLED | words(
    """
    amplitude azimuth baseFrequency bias cx cy d diffuseConstant divisor dx dy elevation exponent fr
    fx fy gradientTransform height intercept k1 k2 k3 k4 limitingConeAngle markerHeight markerWidth
    numOctaves offset order orient pathLength patternTransform points pointsAtX pointsAtY pointsAtZ
    r radius refX refY rotate rx ry scale seed slope specularConstant specularExponent startOffset
    stdDeviation surfaceScale targetX targetY textLength transform values viewBox width x x1 x2 y y1
    y2 z
    """
)
"""What an animation may change: no address, no style sheet, no class."""

ANIMATED_VALUES = frozenset({"by", "from", "to", "values"})

_NAMED = re.compile(r"(?:data|aria)-[A-Za-z0-9_.-]+")
_XLINK = frozenset({"actuate", "arcrole", "role", "show", "title", "type"})
_XML = frozenset({"id", "lang", "space"})

_EDITORS = (
    "adobe:ns:meta/",
    "http://creativecommons.org/ns#",
    "http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://krita.org/namespaces/",
    "http://ns.adobe.com/",
    "http://oclc.org/",
    "http://purl.org/dc/",
    "http://schemas.microsoft.com/visio/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://sun.com/xmlns/staroffice/",
    "http://svgjs.com/",
    "http://svgjs.dev/",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/",
    "http://www.corel.com/coreldraw/",
    "http://www.figma.com/",
    "http://www.iki.fi/pav/software/textext/",
    "http://www.inkscape.org/namespaces/",
    "http://www.openswatchbook.org/",
    "http://www.serif.com/",
    "http://www.vectornator.io",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "http://vectornator.io",
    "http://xml.openoffice.org/svg/",
    "https://boxy-svg.com",
    "https://svgjs.dev/",
    "urn:oasis:names:tc:opendocument:",
)
"""How the namespaces of editors and of licences begin; no browser knows any of them."""


def is_of_editors(space: str) -> bool:
    """Tell whether a namespace is one that editors keep notes in."""
    return space.startswith(_EDITORS)


def is_plain(space: str, name: str) -> bool:
    """Tell whether an attribute is admitted whatever its value; ``space`` is "" for most."""
    if space == "":
        return name in PLAIN or _NAMED.fullmatch(name) is not None
    if space == XLINK:
        return name in _XLINK
    return name in _XML if space == XML else is_of_editors(space)
