"""How well a network does what it is for, on pictures that it has not learnt from."""

from pathlib import Path

import numpy as np

from .camera import sighting
from .cascade import align
from .faces import SMALLEST_FACE, pictures

CLASS = 30
ENROLLED = 4
DRAWS = 20
LET_THROUGH = 0.003


def people(folder, cascade):
    """Returns the aligned crops of a folder with a folder for each person, and whose each one is."""
    crops, persons = [], []
    for person, photos in enumerate(sorted(Path(folder).iterdir())):
        for photo in pictures(photos):
            boxes, _, points = cascade.detect(photo, SMALLEST_FACE)
            middle = np.array(photo.shape[1::-1]) / 2
            inside = [i for i, b in enumerate(boxes) if (b[:2] < middle).all() and (middle < b[2:]).all()]
            if inside:
                crops.append(align(photo, points[inside[0]]))
                persons.append(person)
    return np.stack(crops), np.array(persons)


def sightings(crops, seed=1):
    """Returns the crops as a classroom camera sees them."""
    rng = np.random.default_rng(seed)
    return np.stack([sighting(crop, rng) for crop in crops])


def identification(photos, seen, persons, group, seed=1):
    """The share of people found in classes of 30 when 0.3 % of strangers are let through.

    `photos` and `seen` are embeddings of the same crops, for enrolment and for search; `group` of
    them are averaged before they are compared. Returns that share, and the share whose nearest
    student is the right one.
    """
    rng = np.random.default_rng(seed)
    found, nearest, classes = 0, 0, []
    everybody = np.unique(persons)
    for _ in range(DRAWS):
        students = rng.permutation(everybody)[:CLASS]
        templates, own, strangers = [], [], []
        for person in everybody:
            mine = rng.permutation(np.flatnonzero(persons == person))
            if person in students:
                templates.append((person, unit(photos[mine[:ENROLLED]].mean(0))))
                mine = mine[ENROLLED:]
            parts = [mine[i : i + group] for i in range(0, len(mine) - group + 1, group)]
            means = [(person, unit(seen[part].mean(0))) for part in parts]
            (own if person in students else strangers).extend(means)
        classes.append((templates, own, strangers))
    for templates, own, strangers in classes:
        names = np.array([person for person, _ in templates])
        matrix = np.stack([template for _, template in templates])
        limit = np.quantile([(matrix @ e).max() for _, e in strangers], 1 - LET_THROUGH)
        for person, e in own:
            scores = matrix @ e
            right = names[scores.argmax()] == person
            nearest += right
            found += right and scores.max() > limit
    searched = sum(len(own) for _, own, _ in classes)
    return found / searched, nearest / searched


def unit(vector):
    return vector / np.linalg.norm(vector)


def agreement(cascade, teacher, images, smallest, overlap=0.4):
    """Of the boxes that the teacher finds the share that the other one finds, and how many each has."""
    common, theirs, ours = 0, 0, 0
    for image in images:
        wanted, _, _ = teacher.detect(image, smallest)
        found, _, _ = cascade.detect(image, smallest)
        theirs += len(wanted)
        ours += len(found)
        if len(wanted) and len(found):
            common += (overlaps(wanted, found).max(1) >= overlap).sum()
    return common / max(theirs, 1), theirs, ours


def overlaps(some, others):
    """Intersection over union of each of some boxes with each of others."""
    a, b = some[:, None], others[None]
    size = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    common = np.maximum(size, 0).prod(-1)
    area = lambda box: (box[..., 2] - box[..., 0]) * (box[..., 3] - box[..., 1])
    return common / (area(a) + area(b) - common)
