"""Under which addresses this computer can be reached, the likeliest first."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import ifaddr

# Networks that live inside this computer or lead away from the classroom.
VIRTUAL = ("docker", "veth", "br-", "virbr", "vmnet", "vbox", "virtualbox", "vmware", "hyper-v")
TUNNELS = ("tun", "tap", "wg", "ppp", "vpn", "zerotier", "tailscale", "utun", "clash", "wsl")


def addresses() -> tuple[str, ...]:
    """The IPv4 addresses of this computer, the likeliest first; at least 127.0.0.1."""
    found = [
        (str(ip.ip), str(adapter.nice_name))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    ]
    return ranked(found, _towards_the_world())


def ranked(found: Iterable[tuple[str, str]], preferred: str) -> tuple[str, ...]:
    """The addresses in `found`, each with the name of its network, the likeliest first.

    `preferred` is the one that this computer would go out by.
    """

    def score(one: tuple[str, str]) -> int:
        address, name = ipaddress.ip_address(one[0]), one[1].lower()
        points = 4 if one[0] == preferred else 0
        points += 2 if address.is_private and not address.is_link_local else 0
        points -= 8 if address.is_link_local else 0
        return points - (8 if any(word in name for word in (*VIRTUAL, *TUNNELS)) else 0)

    real = [one for one in found if not ipaddress.ip_address(one[0]).is_loopback]
    return tuple(address for address, _ in sorted(real, key=score, reverse=True)) or ("127.0.0.1",)


def _towards_the_world() -> str:
    """The address of the network that has the default route. Nothing is sent to find out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # set aside for documentation: it is nobody's
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def own_names() -> frozenset[str]:
    """The names that this computer answers to."""
    name = socket.gethostname().lower()
    return frozenset({"localhost", name, f"{name.partition('.')[0]}.local"})
