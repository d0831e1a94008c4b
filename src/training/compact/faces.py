"""Aligned crops of faces, and what the teachers say about them."""

import zipfile
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F

from .camera import blend
from .cascade import align
from .networks import CROP_SIZE, normalized

PICTURES = {".jpg", ".jpeg", ".png", ".webp"}
SMALLEST_FACE = 40
FACENET_SIZE = 160


def pictures(source):
    """Yields the pictures (RGB) of a folder, in all its folders, or of a zip file."""
    source = Path(source)
    if source.suffix == ".zip":
        with zipfile.ZipFile(source) as archive:
            for name in sorted(archive.namelist()):
                if Path(name).suffix.lower() in PICTURES:
                    yield _decoded(archive.read(name), f"{source}: {name}")
    elif source.is_dir():
        for file in sorted(source.rglob("*")):
            if file.suffix.lower() in PICTURES:
                yield _decoded(file.read_bytes(), file)
    else:
        raise FileNotFoundError(f"{source} is neither a folder nor a zip file")


def _decoded(data, name):
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    if image is None:
        raise ValueError(f"{name} is no picture that can be read")
    return np.ascontiguousarray(image[:, :, ::-1])


def crops(source, cascade):
    """Yields the aligned crops of a source: pictures of 112×112 as they are, faces of others."""
    for image in pictures(source):
        if image.shape[:2] == (CROP_SIZE, CROP_SIZE):
            yield image
            continue
        _, _, points = cascade.detect(image, SMALLEST_FACE)
        for landmarks in points:
            yield align(image, landmarks)


def blends(faces, count, seed=1):
    """Returns so many faces that nobody has, each made of two."""
    rng = np.random.default_rng(seed)
    pairs = rng.integers(0, len(faces), (count, 2))
    return np.stack([blend(faces[one], faces[other], rng) for one, other in pairs])


@torch.no_grad()
def labels(faces, facenet, mobileface, progress=lambda done: None):
    """Returns what both teachers say, [N, 768]: each of length 1, side by side."""
    said = []
    for start in range(0, len(faces), 64):
        part = faces[start : start + 64]
        large = np.stack([enlarged(face) for face in part])
        with torch.autocast("cpu", torch.bfloat16):
            both = [facenet(normalized(large)), mobileface(normalized(part))]
        said.append(torch.cat([F.normalize(one.float()) for one in both], 1).numpy())
        progress(start + len(part))
    return np.concatenate(said)


def enlarged(face):
    return cv2.resize(face, (FACENET_SIZE, FACENET_SIZE), interpolation=cv2.INTER_CUBIC)
