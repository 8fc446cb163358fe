"""A controller plays by the same key events as a keyboard, and may come and go."""

from __future__ import annotations

import pygame
import pytest
from pygame import Surface
from pygame.event import Event

from game.window.gamepad import FIRST, NEXT, WHOLE, Gamepads
from game.window.loop import Loop
from game.window.screens.library import LibraryScreen
from tests.window import pilot as fly


def button(number, up=False):
    kind = pygame.CONTROLLERBUTTONUP if up else pygame.CONTROLLERBUTTONDOWN
    return Event(kind, button=number, instance_id=0)


def stick(axis, share):
    return Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=round(share * WHOLE), instance_id=0)


def pressed(pads, *events, now=0.0):
    return [key.key for event in events for key in pads.keys(event, now)]


def held(pads, now):
    return [key.key for key in pads.again(now)]


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (pygame.CONTROLLER_BUTTON_A, pygame.K_RETURN),
        (pygame.CONTROLLER_BUTTON_B, pygame.K_ESCAPE),
        (pygame.CONTROLLER_BUTTON_Y, pygame.K_F1),
        (pygame.CONTROLLER_BUTTON_LEFTSHOULDER, pygame.K_PAGEUP),
        (pygame.CONTROLLER_BUTTON_RIGHTSHOULDER, pygame.K_PAGEDOWN),
        (pygame.CONTROLLER_BUTTON_DPAD_LEFT, pygame.K_LEFT),
    ],
)
def test_a_button_is_a_key(number, key):
    assert pressed(Gamepads(), button(number)) == [key]


def test_a_button_without_a_meaning_is_silent():
    assert pressed(Gamepads(), button(pygame.CONTROLLER_BUTTON_GUIDE)) == []


def test_the_stick_counts_once_until_it_comes_back():
    pads, across = Gamepads(), pygame.CONTROLLER_AXIS_LEFTX

    assert pressed(pads, stick(across, 0.3)) == []
    assert pressed(pads, stick(across, 0.7), stick(across, 1.0), stick(across, 0.5)) == [
        pygame.K_RIGHT
    ]
    assert pressed(pads, stick(across, 0.1), stick(across, -0.9)) == [pygame.K_LEFT]
    assert pressed(pads, stick(pygame.CONTROLLER_AXIS_LEFTY, -1)) == [pygame.K_UP]


def test_a_held_cross_repeats_and_a_held_confirm_does_not():
    pads = Gamepads()
    pressed(pads, button(pygame.CONTROLLER_BUTTON_DPAD_DOWN))

    assert held(pads, FIRST / 2) == []
    assert held(pads, FIRST) == [pygame.K_DOWN]
    assert held(pads, FIRST + NEXT / 2) == []
    assert held(pads, FIRST + NEXT) == [pygame.K_DOWN]

    pressed(pads, button(pygame.CONTROLLER_BUTTON_DPAD_DOWN, up=True))
    pressed(pads, button(pygame.CONTROLLER_BUTTON_A))
    assert held(pads, 9.0) == []
    assert not pads.busy


def test_pulling_the_plug_lets_go_of_what_was_held():
    pads = Gamepads()
    pressed(pads, stick(pygame.CONTROLLER_AXIS_LEFTX, 1.0))
    assert pads.busy

    pressed(pads, Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0))

    assert not pads.busy
    assert pressed(pads, stick(pygame.CONTROLLER_AXIS_LEFTX, 1.0)) == [pygame.K_RIGHT]


def test_a_controller_that_is_gone_at_once_does_no_harm():
    pads = Gamepads()
    pads.start()

    assert pressed(pads, Event(pygame.CONTROLLERDEVICEADDED, device_index=77)) == []


def test_a_controller_plays_the_real_loop(monkeypatch):
    pilot, _ = fly.player()
    loop = Loop(pilot.app, Surface(fly.SIZE, 0, 32))
    rounds = [[button(pygame.CONTROLLER_BUTTON_A)], []]
    monkeypatch.setattr(pygame.event, "get", lambda: rounds.pop(0))
    monkeypatch.setattr(pygame.display, "update", lambda areas: None)

    loop.step(0.0)
    assert isinstance(pilot.app.top, LibraryScreen)
    assert pilot.app.kit.keyboard  # the ring shows where the focus is

    rounds.insert(0, [button(pygame.CONTROLLER_BUTTON_B)])
    loop.step(0.1)
    assert len(pilot.app.stack) == 1
