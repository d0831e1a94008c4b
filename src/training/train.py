#!/usr/bin/env python3
"""Trains the compact pack, step by step. README.md beside this file says what each step needs."""

import argparse
from pathlib import Path

import numpy as np
import torch

from compact import detector, embedder, faces, measure, pack
from compact.camera import sighting
from compact.cascade import Cascade
from compact.mxnet import Network
from compact.networks import DETECTOR, Embedder, read_stage

ENOUGH_FOR_STATISTICS = 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    steps = parser.add_subparsers(required=True)

    step = steps.add_parser("faces", help="collects aligned faces and what the teachers say of them")
    step.add_argument("--models", required=True, help="folder with the installed packs of the teachers")
    step.add_argument("--out", required=True, help="folder for the faces and the labels")
    step.add_argument("--blends", type=int, default=0, help="how many blended faces to add")
    step.add_argument("sources", nargs="+", help="folders or zip files of photos or aligned faces")
    step.set_defaults(run=collect)

    step = steps.add_parser("embedder", help="trains the embedder")
    step.add_argument("--faces", required=True, help="what the step faces has made")
    step.add_argument("--minutes", type=float, required=True)
    step.add_argument("--seed", type=int, default=1)
    step.add_argument("--start", help="a pack, or a state of this step, to go on with")
    step.add_argument("--out", required=True, help="file for the trained state")
    step.set_defaults(run=train_embedder)

    step = steps.add_parser("detector", help="trains the three networks of the detector")
    step.add_argument("--models", required=True, help="folder with the installed pack of the teacher")
    step.add_argument("--photos", required=True, help="folder of photos with one face in the middle")
    step.add_argument("--faces", required=True, help="what the step faces has made")
    step.add_argument("--minutes", type=float, required=True)
    step.add_argument("--seed", type=int, default=1)
    step.add_argument("--start", help="a pack, or a folder of this step, to go on with")
    step.add_argument("--crops", type=int, default=detector.BANK, help="how many crops R- and O-Net get")
    step.add_argument("--out", required=True, help="folder for the trained states")
    step.set_defaults(run=train_detector)

    step = steps.add_parser("pack", help="writes the trained networks in MXNet's form, and checks them")
    step.add_argument("--embedder", required=True, help="the state that the step embedder has made")
    step.add_argument("--detector", required=True, help="the folder that the step detector has made")
    step.add_argument(
        "--bias",
        type=float,
        nargs=3,
        default=(0, 0, 0),
        metavar=("P", "R", "O"),
        help="how much more readily, as a logit, each stage of the detector is to see a face",
    )
    step.add_argument("--out", required=True, help="folder of the pack, with its pack.properties")
    step.set_defaults(run=write)

    step = steps.add_parser("measure", help="compares packs with their teachers")
    step.add_argument("--models", required=True, help="folder with the installed packs of the teachers")
    step.add_argument("--people", required=True, help="folder with a folder of photos for each person")
    step.add_argument("--frames", help="folder of pictures of a class room")
    step.add_argument("packs", nargs="+", help="folders of packs")
    step.set_defaults(run=compare)

    arguments = parser.parse_args()
    arguments.run(arguments)


def teacher_cascade(models):
    return cascade(Path(models) / "mtcnn")


def cascade(folder):
    return Cascade(*[Network(Path(folder) / name) for name in DETECTOR])


def teacher_embedders(models):
    return [Network(Path(models) / name / "embed") for name in ("facenet-vggface2", "mobilefacenet-foamliu")]


def collect(arguments):
    found = []
    finder = teacher_cascade(arguments.models)
    for source in arguments.sources:
        found += faces.crops(source, finder)
        print(f"{len(found)} faces, {source} included", flush=True)
    crops = np.stack(found)
    if arguments.blends:
        crops = np.concatenate([crops, faces.blends(crops, arguments.blends)])
    show = lambda done: print(f"{done} labelled", flush=True) if done % 6400 == 0 else None
    said = faces.labels(crops, *teacher_embedders(arguments.models), show)
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    np.save(out / "crops.npy", crops)
    np.save(out / "said.npy", said)


def train_embedder(arguments):
    crops = np.load(Path(arguments.faces) / "crops.npy")
    said = np.load(Path(arguments.faces) / "said.npy")
    start = arguments.start and started_embedder(Path(arguments.start), crops)
    embedder.train(crops, said, arguments.minutes, arguments.out, start, arguments.seed)


def started_embedder(start, crops):
    if start.is_dir():
        rng = np.random.default_rng(0)
        sample = crops[:: max(1, len(crops) // ENOUGH_FOR_STATISTICS)]
        return embedder.read(start / "embed", np.stack([sighting(crop, rng) for crop in sample]))
    return trained_embedder(start)


def trained_embedder(file):
    network = Embedder()
    network.load_state_dict(torch.load(file))
    return network.eval()


def train_detector(arguments):
    photos = list(faces.pictures(arguments.photos))
    crops = np.load(Path(arguments.faces) / "crops.npy", mmap_mode="r")
    start = arguments.start and Cascade(*started_stages(Path(arguments.start)).values())
    Path(arguments.out).mkdir(parents=True, exist_ok=True)
    teacher = teacher_cascade(arguments.models)
    detector.train(photos, crops, teacher, arguments.minutes, arguments.out, start, arguments.seed, arguments.crops)


def started_stages(folder):
    if (folder / "pack.files").exists():
        return {name: read_stage(kind(), folder / name) for name, kind in DETECTOR.items()}
    return trained_stages(folder)


def trained_stages(folder):
    networks = {name: kind() for name, kind in DETECTOR.items()}
    for name, network in networks.items():
        network.load_state_dict(torch.load(Path(folder) / f"{name}.pt"))
    return networks


def write(arguments):
    stages = trained_stages(arguments.detector)
    pack.ready(stages, arguments.bias)
    worst = pack.write(stages, trained_embedder(arguments.embedder), arguments.out)
    print(f"The written networks equal the trained ones within {worst:.1e}.")


def compare(arguments):
    teacher = teacher_cascade(arguments.models)
    crops, persons = measure.people(arguments.people, teacher)
    seen = measure.sightings(crops)
    frames = list(faces.pictures(arguments.frames)) if arguments.frames else []
    for folder in map(Path, arguments.packs):
        print(folder)
        describe = Network(folder / "embed")
        photos, cameras = (embedder.embed(describe, part) for part in (crops, seen))
        for name, searched in (("photos", photos), ("camera", cameras)):
            for group in (1, 3):
                found, nearest = measure.identification(photos, searched, persons, group)
                print(f"  {name}, mean of {group}: {found:.1%} found, {nearest:.1%} nearest")
        if frames:
            common, theirs, ours = measure.agreement(cascade(folder), teacher, frames, 20)
            print(f"  detector: {common:.1%} of the teacher's {theirs} boxes, {ours} of its own")


if __name__ == "__main__":
    main()
