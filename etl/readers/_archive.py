"""Zip archives, unpacked within bounds: nothing that the archive says of its own sizes is believed.

What was checked is packed again, uncompressed and in memory, so that a library reads exactly the bytes that were
checked, whatever its own idea of a damaged or ambiguous archive is."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from etl.limits import Limits
from etl.workbook import Refused

RATIO_FROM = 20 * 1024 * 1024  # below this, even a very well packed archive does no harm
MEMBERS = 10_000
_CHUNK = 1 << 20
_LOCAL = struct.Struct("<4s22xHH")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_DECLARATIONS = [word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in _ENCODINGS]
_MARKUP = tuple("<".encode(code) for code in _ENCODINGS)
_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"


@dataclass
class Archive:
    """The members of an archive by name; the XML ones (`xml`) can be read, of the others only the names are kept."""

    names: list[str]
    xml: zipfile.ZipFile
    packed: io.BytesIO

    def find(self, name: str) -> str | None:
        """The name of an XML member as it is written, whatever the case it is asked for in."""
        wanted = name.lower()
        return next((known for known in self.xml.namelist() if known.lower() == wanted), None)

    def read(self, name: str) -> bytes:
        """An XML member; nothing where there is none."""
        found = self.find(name)
        return self.xml.read(found) if found else b""

    def has(self, name: str) -> bool:
        return any(known.lower() == name.lower() for known in self.names)


def unpack(data: bytes, limits: Limits) -> Archive:
    """Unpack in memory. Raises Refused: unreadable, password, bomb, xml_entities."""
    try:
        infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:  # zipfile raises half a dozen kinds on damaged directories
        raise Refused("unreadable") from error
    if len(infos) > MEMBERS or sum(info.compress_size for info in infos) > len(data):
        raise Refused("bomb")  # members that share their bytes, or more of them than any workbook has
    packed, total = io.BytesIO(), 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as copy:
        for info in {info.filename: info for info in infos}.values():
            content = _inflate(data, info, min(limits.unpacked, _most(len(data), limits)) - total)
            total += len(content)
            if _is_xml(content):
                copy.writestr(zipfile.ZipInfo(_plain(info.filename)), content)
    return Archive([_plain(info.filename) for info in infos], zipfile.ZipFile(packed), packed)


def _most(size: int, limits: Limits) -> int:
    return max(RATIO_FROM, size * limits.ratio)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _inflate(data: bytes, info: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of a member, at most `most` of them."""
    if info.flag_bits & 1:
        raise Refused("password")
    packed = _packed(data, info)
    if info.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        content = _expand(packed, most)
    else:
        raise Refused("unreadable")
    if len(content) > most:
        raise Refused("bomb")
    if zlib.crc32(content) != info.CRC:
        raise Refused("unreadable")
    return content


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    head = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        raise Refused("unreadable")
    _, name, extra = _LOCAL.unpack(head)
    start = info.header_offset + _LOCAL.size + name + extra
    return data[start : start + info.compress_size]


def _expand(packed: bytes, most: int) -> bytes:
    stream = zlib.decompressobj(-15)
    parts: list[bytes] = []
    size = 0
    try:
        while packed and not stream.eof:
            parts.append(stream.decompress(packed, _CHUNK))
            size += len(parts[-1])
            if size > most:
                raise Refused("bomb")
            packed = stream.unconsumed_tail
    except zlib.error as error:
        raise Refused("unreadable") from error
    return b"".join(parts)


def _is_xml(content: bytes) -> bool:
    """Whether a member is XML. Raises Refused where it declares a document type or entities: no office program does."""
    if not content[:64].lstrip(_BLANKS).startswith(_MARKUP):
        return False
    if any(declaration in content for declaration in _DECLARATIONS):
        raise Refused("xml_entities")
    return True
