"""Word's own footnotes, which python-docx cannot make: a part of their own, and marks in the text that Word numbers itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["Footnotes"]

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: the two that every Word file has: the line above the notes, and the line above what runs on from the page before
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_TEXT, _MARK = "footnote text", "footnote reference"


class Footnotes:
    """The footnotes of one document, by the numbers that the letter gives them.

    A source that is cited again gets no second note: its mark refers to the first, as Word's own cross-references do.
    """

    def __init__(self, document: Document, notes: dict[int, str]) -> None:
        self._document = document
        self._notes = notes
        self._ids: dict[int, int] = {}
        self._text, self._mark = _styles(document)

    def cite(self, paragraph: Any, number: int) -> None:
        """Put the mark of a note at the end of a paragraph."""
        if number in self._ids:
            self._refer(paragraph, number)
            return
        place = self._ids[number] = len(self._ids) + 1
        start = _element("bookmarkStart", id=str(place), name=_bookmark(place))
        run = paragraph.add_run()
        run.style = self._document.styles[_MARK]
        run._r.append(_element("footnoteReference", id=str(place)))
        run._r.addprevious(start)
        paragraph._p.append(_element("bookmarkEnd", id=str(place)))

    def write(self) -> None:
        """Add the notes to the file. Call once, after all marks are set."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        notes = "".join(self._note(number, place) for number, place in self._ids.items())
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">{_RULES}{notes}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), _KIND, xml.encode(), self._document.part.package)
        self._document.part.relate_to(part, _RELATION)
        rules = _element("footnotePr")
        for name in ("-1", "0"):
            rules.append(_element("footnote", id=name))
        settings = self._document.settings.element
        # the schema wants it before these, whichever of them there are
        later = [child for child in settings if child.tag.rpartition("}")[2] in {"endnotePr", "compat", "docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping", "shapeDefaults", "decimalSymbol", "listSeparator"}]
        later[0].addprevious(rules) if later else settings.append(rules)

    def _note(self, number: int, place: int) -> str:
        return (
            f'<w:footnote w:id="{place}"><w:p><w:pPr><w:pStyle w:val="{self._text}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{self._mark}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(self._notes[number])}</w:t></w:r></w:p></w:footnote>'
        )

    def _refer(self, paragraph: Any, number: int) -> None:
        place = self._ids[number]
        for content in (
            _element("fldChar", fldCharType="begin"),
            _instruction(f" NOTEREF {_bookmark(place)} \\f \\h "),
            _element("fldChar", fldCharType="separate"),
            str(place),
            _element("fldChar", fldCharType="end"),
        ):
            run = paragraph.add_run(content if isinstance(content, str) else "")
            run.style = self._document.styles[_MARK]
            if not isinstance(content, str):
                run._r.append(content)


def _styles(document: Document) -> tuple[str, str]:
    """The ids of the two styles that Word gives notes and their marks; made where the template has none."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    names = {style.name for style in document.styles}
    if _TEXT not in names:
        style: Any = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(9)
        style.paragraph_format.space_after = Pt(2)
    if _MARK not in names:
        mark: Any = document.styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.font.superscript = True
    return document.styles[_TEXT].style_id, document.styles[_MARK].style_id


def _bookmark(place: int) -> str:
    return f"_Ref_source_{place}"


def _element(tag: str, /, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _instruction(text: str) -> Any:
    element = _element("instrText")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = text
    return element
