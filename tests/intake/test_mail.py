"""Saved mail: what it says becomes a document, and so does what hangs on it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from onix.intake import LeftOut
from onix.model import Document
from tests.intake.reading import everything, one, spoken, why

RELEASE = """The harbour bridge at Sorrin will close for a year from June, the port
authority said on Friday. "We have no choice but to close it, as the steel
is older than any of us," Marit Olsen told reporters.

The council had asked for a delay.
"""
SAID = (
    "The harbour bridge at Sorrin will close for a year from June, the port authority said on "
    'Friday. "We have no choice but to close it, as the steel is older than any of us," Marit '
    "Olsen told reporters.\nThe council had asked for a delay."
)
PAGE = """<html><body><div style="display:none">In this issue</div>
<table><tr><td><h1>Bridge to close</h1>
<p>The bridge at Sorrin will close in June, said Marit Olsen, who has run the port for years.</p>
<p>“We looked for another way, and there is none that would hold,” she told the council.</p>
</td></tr></table></body></html>"""


def mail(
    text: str | None = RELEASE,
    *,
    subject: str = "Bridge at Sorrin to close",
    sender: str = "Harbour Press Office <press@harbour.example>",
) -> EmailMessage:
    """Write a mail."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "desk@paper.example"
    message["Subject"] = subject
    message["Date"] = "Fri, 2 May 2025 23:14:00 -0700"
    message["Message-ID"] = "<one/1@harbour.example>"
    if text is not None:
        message.set_content(text)
    return message


def raw(headers: str, body: bytes) -> bytes:
    """Write a mail by hand, as programs do that keep no rules."""
    return b"Message-ID: <2@x>\r\n" + headers.encode("latin-1") + b"\r\n\r\n" + body


def test_a_mail_is_its_words_its_subject_its_day_and_its_sender() -> None:
    """The headers are facts and no text; lines that were only wrapped are whole again."""
    found = one("press.eml", mail().as_bytes())
    assert found.text == SAID
    assert found.title == "Bridge at Sorrin to close"
    assert found.outlet == "Harbour Press Office"
    assert found.authors == ()
    assert found.published == "2025-05-02T23:14:00-07:00"
    assert found.kind == "article"
    assert found.address == "press.eml"


@pytest.mark.parametrize("name", ["press.txt", "press", None])
def test_a_mail_is_known_by_its_head(name: str | None) -> None:
    """Whatever its name; notes that only begin like one stay notes."""
    assert one(name, mail().as_bytes()).title == "Bridge at Sorrin to close"
    notes = "From: the archive\nSubject: bridges\n\nThe bridge was built in 1911 by hand."
    assert one("notes.txt", notes).text == notes


@pytest.mark.parametrize(
    ("sender", "outlet", "authors"),
    [
        ("Anna Lund <anna.lund@harbour.example>", "Anna Lund", ("Anna Lund",)),
        ('"Lund, Anna (Port)" <alund@harbour.example>', "Anna Lund", ("Anna Lund",)),
        ("Lund, Anna <lund@harbour.example>", "Anna Lund", ("Anna Lund",)),
        ("Anna Lund via Port News <list@harbour.example>", "Anna Lund", ()),
        ("Press Office <press@harbour.example>", "Press Office", ()),
        ("news@harbour.example", "harbour.example", ()),
        ("<news@harbour.example>", "harbour.example", ()),
    ],
)
def test_whoever_wrote_it_is_the_outlet(sender: str, outlet: str, authors: tuple[str, ...]) -> None:
    """A person is an author, too, where the address is theirs."""
    found = one("a.eml", raw(f"From: {sender}", RELEASE.encode()))
    assert (found.outlet, found.authors) == (outlet, authors)


def test_a_page_in_a_mail_is_read_as_a_page() -> None:
    """What is hidden in it is left out, and its plain twin is not read a second time."""
    message = mail("Your program shows no pages.")
    message.add_alternative(PAGE, subtype="html")
    found = one("news.eml", message.as_bytes())
    assert found.text.startswith("Bridge to close\nThe bridge at Sorrin will close in June")
    assert found.text.endswith("she told the council.")
    assert "In this issue" not in found.text
    assert "shows no pages" not in found.text


def test_a_newsletter_keeps_all_its_stories() -> None:
    """An article that is found in a page with several must not stand for all of them."""
    stories = "".join(
        f"<tr><td><h2>Story {number}</h2>"
        + f"<p>In the town of number {number} a thing was said that nobody had heard before.</p>"
        * 4
        + "</td></tr>"
        for number in range(6)
    )
    message = mail(None)
    message.set_content(f"<html><body><table>{stories}</table></body></html>", subtype="html")
    text = one("news.eml", message.as_bytes()).text
    assert all(f"the town of number {number} " in text for number in range(6))


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("iso-8859-1", "Café"),
        ("windows-1252", "“Café”"),
        ("iso-2022-jp", "会議"),
        ("nonsense", "Caf"),
    ],
)
def test_words_come_in_any_charset(charset: str, words: str) -> None:
    """One that nobody knows is guessed at."""
    packed = f"{words} said so.".encode("utf-8" if charset == "nonsense" else charset)
    head = f"Subject: x\r\nContent-Type: text/plain; charset={charset}"
    assert one("a.eml", raw(head, packed)).text == f"{words} said so."


def test_letters_in_headers_are_read_however_they_are_sent() -> None:
    """Encoded, or plainly in bytes, which no rule allows."""
    encoded = one("a.eml", raw("Subject: =?utf-8?q?Caf=C3=A9_closes?=", b"It closes."))
    assert encoded.title == "Café closes"
    plainly = one("a.eml", raw("Subject: Café closes", b"It closes."))
    assert plainly.title == "Café closes"


def test_flowed_lines_are_joined() -> None:
    """A line that ends in a blank goes on in the next (RFC 3676); a signature does not."""
    head = "Subject: x\r\nContent-Type: text/plain; format=flowed"
    body = b"The bridge will \r\nclose.\r\n-- \r\nAnna"
    assert one("a.eml", raw(head, body)).text == "The bridge will close.\n--\nAnna"


def test_what_hangs_on_a_mail_is_read_or_named_with_a_reason() -> None:
    """A transcript becomes one; a picture is left out, one that is shown in the mail silently."""
    message = mail()
    tape = b"WEBVTT\n\n00:00.000 --> 00:04.000\n<v Marit Olsen>We close it.\n"
    message.add_attachment(tape, maintype="text", subtype="vtt", filename="call.vtt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n0", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(
        b"\x89PNG\r\n\x1a\n0", maintype="image", subtype="png", disposition="inline", cid="<l@x>"
    )
    message.add_attachment(b"", maintype="text", subtype="plain", filename="gone.txt")
    first, call, picture, gone = everything("press.eml", message.as_bytes())
    assert isinstance(first, Document)
    assert isinstance(call, Document)
    assert call.address == "press.eml/call.vtt"
    assert spoken(call) == [("Marit Olsen", "We close it.")]
    assert isinstance(picture, LeftOut)
    assert picture.why.startswith("Could not read press.eml/a.png: it is a picture (PNG).")
    assert isinstance(gone, LeftOut)
    assert "it is empty" in gone.why


def test_a_forwarded_mail_is_its_writer_s() -> None:
    """Where nothing is said above it; with a remark above, it is the mail that it came in."""
    head = (
        "---------- Forwarded message ---------\n"
        "From: Harbour Press Office <press@harbour.example>\n"
        "Date: Fri, May 2, 2025 at 9:14 AM\nSubject: Bridge to close\nTo: <me@paper.example>\n\n"
    )
    message = mail(head + RELEASE, subject="Fwd: Bridge to close", sender="me@paper.example")
    found = one("a.eml", message.as_bytes())
    assert (found.title, found.outlet) == ("Bridge to close", "Harbour Press Office")
    assert found.published == "2025-05-02"
    assert found.text == SAID
    message = mail("Look at this.\n\n" + head + RELEASE, sender="me@paper.example")
    found = one("a.eml", message.as_bytes())
    assert found.outlet == "paper.example"
    assert found.text.startswith("Look at this.\n")


def test_a_mail_that_hangs_on_a_mail_is_read() -> None:
    """With what hangs on it in turn."""
    message = mail("See below.", subject="for the record", sender="me@paper.example")
    message.add_attachment(mail())
    outer, inner = everything("a.eml", message.as_bytes())
    assert isinstance(outer, Document)
    assert isinstance(inner, Document)
    assert (outer.title, inner.title) == ("for the record", "Bridge at Sorrin to close")
    assert inner.address == "a.eml/Bridge at Sorrin to close.eml"


def test_a_folder_of_mails_gives_each() -> None:
    """By the ids that they have, so that they stay the same when others are taken out."""
    second = mail("It stays open.\n>From the council, no word.", subject="No")
    del second["Message-ID"]
    box = b"".join(
        b"From MAILER Sat May  3 08:00:00 2025\n" + each.as_bytes() + b"\n"
        for each in (mail(), second)
    )
    found = everything("box", box.replace(b"\n>From", b"\n>From"))
    assert [each.address for each in found] == ["box#one-1@harbour.example", "box#2"]
    assert isinstance(found[1], Document)
    assert found[1].text == "It stays open.\nFrom the council, no word."


def test_a_saved_page_is_still_a_page() -> None:
    """Browsers write pages in the form of mail; what was sent is mail, pictures in it or not."""
    page = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://paper.example/bridge\n"
        'Subject: Bridge\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
        "--b\nContent-Type: text/html\nContent-Location: https://paper.example/bridge\n\n"
        + PAGE.replace(
            "<p>", "<p>" + "Words and more words stand here, and nobody reads them. " * 5
        )
        + "\n--b--\n"
    )
    assert one("bridge.mhtml", page).address == "https://paper.example/bridge"
    sent = "Received: from x\n" + page.replace("Blink>", "Blink@x>")
    assert one("bridge", sent).address == "bridge"
    assert one("bridge.mht", sent).address == "https://paper.example/bridge"


def test_a_mail_without_words_says_so() -> None:
    """And what to do."""
    assert "no words in this mail" in why("a.eml", mail(None).as_bytes())
    assert "there is no mail in it" in why("a.mbox", "Nothing of the kind.")
    locked = raw("Content-Type: application/pkcs7-mime", b"MIAGCSqGSIb3DQEHA6CAMIACAQAx")
    assert "it is encrypted" in why("a.eml", locked)
    broken = raw('From: "<@>;:,\r\nSubject:\r\nContent-Type: multipart/mixed; boundary=x', b"Hi.")
    assert "Could not read a.eml" in why("a.eml", broken)


def test_what_programs_put_around_a_newsletter_is_no_part_of_it() -> None:
    """A line of its own; a sentence that only speaks of such a thing stays."""
    told = "Readers who unsubscribe from the harbour's list, the board said, get no timetable."
    words = (
        f"View this email in your browser\n\nThe quay is shut.\n\n{told}\n\n"
        "You are receiving this newsletter because you signed up.\n\nUnsubscribe: https://x.example\n"
    )
    found = one("tide.eml", mail(words).as_bytes())
    assert found.text == f"The quay is shut.\n{told}"
