"""Rules about the XML of the manifest: why a parser stops, in words of ours."""

from __future__ import annotations

from scorm_export.diagnostic import Rule, Severity

_WHY = "The document is not well-formed (XML 1.0 §2.1): no LMS imports it."

BARE_AMPERSAND = Rule(
    "xml/bare-ampersand",
    Severity.ERROR,
    "an & stands alone",
    "write &amp; instead of &, in addresses too",
    f"& begins a reference such as &amp; (XML 1.0 §2.4). {_WHY}",
)
BARE_LESS_THAN = Rule(
    "xml/bare-less-than",
    Severity.ERROR,
    "a < stands alone",
    "write &lt; instead of <, or close the quotation marks before it",
    f"< begins a tag (XML 1.0 §2.4). {_WHY}",
)
UNKNOWN_ENTITY = Rule(
    "xml/unknown-entity",
    Severity.ERROR,
    'XML does not know the entity "{name}"',
    "write the character itself",
    f"Names such as &nbsp; belong to HTML; XML has five (XML 1.0 §4.6). {_WHY}",
)
TAG_MISMATCH = Rule(
    "xml/tag-mismatch",
    Severity.ERROR,
    "</{closed}> stands where <{opened}> of line {line} is to be closed",
    "close each element before the one that holds it, with the same capital letters",
    f"XML 1.0 §3. {_WHY}",
)
CUT_OFF = Rule(
    "xml/cut-off",
    Severity.ERROR,
    "the manifest ends too early: something is begun and never closed",
    "close it, or export the package again if the file was cut off",
    f"An interrupted copy ends like this. {_WHY}",
)
ATTRIBUTE_FORM = Rule(
    "xml/attribute-form",
    Severity.ERROR,
    'this tag holds something that is not of the form name="value"',
    "put straight quotation marks around each value, and a blank before each name",
    f"XML 1.0 §3.1. Word processors make curly quotation marks. {_WHY}",
)
ATTRIBUTE_TWICE = Rule(
    "xml/attribute-twice",
    Severity.ERROR,
    "an element has the same attribute twice",
    "keep one",
    f"XML 1.0 §3.1. {_WHY}",
)
FORBIDDEN_CHARACTER = Rule(
    "xml/forbidden-character",
    Severity.ERROR,
    "here is a control character, which XML forbids",
    "delete it; a text pasted from elsewhere often brings it along",
    f"XML 1.0 §2.2. {_WHY}",
)
NOT_UTF_8 = Rule(
    "xml/not-utf-8",
    Severity.ERROR,
    "here the manifest is not in the encoding that it declares",
    "save as UTF-8",
    f"Accents that an older Windows encoded look like this. {_WHY}",
)
NO_XML = Rule(
    "xml/no-xml",
    Severity.ERROR,
    "the manifest is empty or begins with something else than XML",
    "export the package again",
    _WHY,
)
EXTRA_CONTENT = Rule(
    "xml/extra-content",
    Severity.ERROR,
    "something follows the end of the document element",
    "remove what follows the last closing tag",
    f"A document has one outermost element (XML 1.0 §2.1). {_WHY}",
)
LATE_DECLARATION = Rule(
    "xml/late-declaration",
    Severity.ERROR,
    "something stands before <?xml",
    "remove blanks and empty lines before <?xml",
    f"The declaration is the very first thing, or absent (XML 1.0 §2.8). {_WHY}",
)
COMMENT = Rule(
    "xml/comment",
    Severity.ERROR,
    "a comment holds two hyphens or is never closed",
    "begin with <!--, end with -->, without -- between them",
    f"XML 1.0 §2.5. {_WHY}",
)
CDATA = Rule(
    "xml/cdata",
    Severity.ERROR,
    "a CDATA section is never closed, or ]]> stands alone",
    "begin with <![CDATA[ and end with ]]>",
    f"XML 1.0 §2.7. {_WHY}",
)
UNDECLARED_PREFIX = Rule(
    "xml/undeclared-prefix",
    Severity.ERROR,
    'the prefix "{prefix}" is declared nowhere',
    'add xmlns:{prefix}="{namespace}" to manifest',
    "Parsers that know namespaces refuse the manifest (Namespaces in XML 1.0 §5). "
    "For the other checks, the declaration was supposed to be there.",
)
