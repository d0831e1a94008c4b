"""Writes trained networks as a pack, and checks that the written ones compute the same."""

import hashlib
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from .mxnet import Network
from .networks import CROP_SIZE, DETECTOR, ONET_SIZE, RNET_SIZE, normalized, write_stage

SAME_WITHIN = 1e-4
CHECKED = {
    "pnet": (60, 100),
    "rnet": (RNET_SIZE, RNET_SIZE),
    "onet": (ONET_SIZE, ONET_SIZE),
    "embed": (CROP_SIZE, CROP_SIZE),
}


def ready(detector, bias):
    """Makes the three stages say more readily than they have learnt that there is a face.

    A small network is less sure than its teacher where the teacher is just sure enough. `bias` has
    a logit for each stage.
    """
    for network, more in zip(detector.values(), bias):
        network[-1].bias.data[0] += more


def write(detector, embedder, folder):
    """Writes the four networks into a folder that has the pack's `pack.properties`, and lists them.

    `detector` is a dictionary of the three stages. Raises an error if a written network says
    something else than the trained one.
    """
    folder = Path(folder)
    properties = folder / "pack.properties"
    if not properties.exists():
        raise FileNotFoundError(f"{folder} has no pack.properties; copy it from the pack before")
    for name in DETECTOR:
        write_stage(detector[name], folder / name)
    embedder.eval().write(folder / "embed")
    worst = max(
        difference(network, folder / name)
        for name, network in {**detector, "embed": lambda x: F.normalize(embedder(x))}.items()
    )
    if worst > SAME_WITHIN:
        raise ValueError(f"a written network differs from the trained one by {worst:.1e}")
    lines = [f"{digest(file)} {file.stat().st_size} {file.name}\n" for file in files(folder)]
    (folder / "pack.files").write_text("".join(lines))
    return worst


@torch.no_grad()
def difference(network, prefix):
    """The largest difference between a network and its written form, on random pixels."""
    shape = (4, *CHECKED[Path(prefix).name], 3)
    pixels = np.random.default_rng(1).integers(0, 256, shape, np.uint8)
    return float((network(normalized(pixels)) - Network(prefix)(normalized(pixels))).abs().max())


def files(folder):
    return sorted(file for file in folder.iterdir() if file.name != "pack.files")


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()
