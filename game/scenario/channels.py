"""The ways by which a message may reach somebody: what is learned in one hardly carries over."""

from __future__ import annotations

from game.scenario.words import T, Words

CHANNELS: tuple[tuple[str, Words], ...] = (
    ("group_chat", T("Group chat")),
    ("private_chat", T("Private chat")),
    ("text_message", T("Text message")),
    ("phone_call", T("Phone call")),
    ("qr_poster", T("Poster with a QR code")),
    ("live_comment", T("Comment in a live stream")),
    ("game_mail", T("In-game mail")),
    ("notice", T("Notice")),
    ("web_page", T("Web page")),
)
