"""What the file says of itself, in its Info dictionary and, the same, in XMP.

ISO 19005-2 (PDF/A-2), 6.6; ISO 14289-1 (PDF/UA-1), 5.
"""

from datetime import date
from html import escape
from typing import NamedTuple

from desktop_app.documents.typesetting import objects
from desktop_app.documents.typesetting.faces import Language
from desktop_app.documents.typesetting.structure import LOCALES

_PROGRAM = "Mahdar"


class Metadata(NamedTuple):
    """What is known of a paper as a file; dates are those of the record, not of the writing."""

    title: str
    language: Language
    author: str
    subject: str
    created: date

    def information(self) -> str:
        """Write the Info dictionary."""
        day = f"(D:{self.created.isoformat().replace('-', '')}000000Z)"
        texts = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        entries = {key: objects.text(_printable(text)) for key, text in texts.items() if text}
        entries |= {
            "Creator": f"({_PROGRAM})",
            "Producer": f"({_PROGRAM})",
            "CreationDate": day,
            "ModDate": day,
        }
        return objects.dictionary(entries)

    def xmp(self) -> bytes:
        """Write the XMP packet, which claims PDF/A-2u and PDF/UA-1."""
        day = f"{self.created.isoformat()}T00:00:00Z"
        properties = [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>U</pdfaid:conformance>",
            '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>',
            "<dc:format>application/pdf</dc:format>",
            f"<dc:language>{_listed('Bag', LOCALES[self.language])}</dc:language>",
            f"<dc:title>{_default(self.title)}</dc:title>",
        ]
        if self.author:
            properties.append(f"<dc:creator>{_listed('Seq', self.author)}</dc:creator>")
        if self.subject:
            properties.append(f"<dc:description>{_default(self.subject)}</dc:description>")
        properties += [
            f"<xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool>",
            f"<xmp:CreateDate>{day}</xmp:CreateDate>",
            f"<xmp:ModifyDate>{day}</xmp:ModifyDate>",
            f"<xmp:MetadataDate>{day}</xmp:MetadataDate>",
            f"<pdf:Producer>{_PROGRAM}</pdf:Producer>",
            _PDFUA_SCHEMA,
        ]
        return f"{_XMP_HEAD}{chr(10).join(properties)}{_XMP_FOOT}".encode()


def _default(text: str) -> str:
    value = escape(_printable(text), quote=False)
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt>'


def _listed(kind: str, text: str) -> str:
    return f"<rdf:{kind}><rdf:li>{escape(_printable(text), quote=False)}</rdf:li></rdf:{kind}>"


def _printable(text: str) -> str:
    """Leave out what XML cannot hold and no reader shows."""
    return "".join(c if c.isprintable() else " " for c in text)


_XMP_HEAD = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
"""
# PDF/A lets a file use the PDF/UA identifier when the file itself describes it (6.6.2.3).
_PDFUA_SCHEMA = """<pdfaExtension:schemas
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
_XMP_FOOT = """
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
