"""Runs the whole chain in a few minutes, on few photos: far too short for good networks, long enough
to see that each step takes what the one before has made, and that something is learnt.

    ROLLCALL_PACKS=home/config/models ROLLCALL_PEOPLE=lfw-dev/people python3 -m unittest -v
"""

import contextlib
import io
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import torch

import train
from compact import camera, cascade, embedder, measure, mxnet, networks, pack

PACK = Path(__file__).parents[1] / "main/resources/org/rollcall/face/pack/compact"
PACKS = os.environ.get("ROLLCALL_PACKS")
PEOPLE = os.environ.get("ROLLCALL_PEOPLE")
FEW = 40


def run(*arguments):
    said = io.StringIO()
    command = ["train.py", *map(str, arguments)]
    with mock.patch.object(sys, "argv", command), contextlib.redirect_stdout(said):
        train.main()
    return said.getvalue()


class CameraTest(unittest.TestCase):
    def test_a_sighting_has_the_size_of_the_crop_and_another_look(self):
        crop = np.random.default_rng(1).integers(0, 256, (112, 112, 3), np.uint8)
        before = crop.copy()
        seen = camera.sighting(crop, np.random.default_rng(2))
        self.assertEqual((seen.shape, seen.dtype), (crop.shape, crop.dtype))
        self.assertFalse(np.array_equal(seen, crop))
        self.assertTrue(np.array_equal(crop, before), "the crop itself must stay as it is")


class CascadeTest(unittest.TestCase):
    def test_landmarks_come_to_lie_in_the_template(self):
        turn = np.array([[0.3, -0.1, 7], [0.1, 0.3, 5]])
        points = (cascade.TEMPLATE - turn[:, 2]) @ np.linalg.inv(turn[:, :2]).T
        found = cascade.similarity(points, cascade.TEMPLATE)
        self.assertLess(np.abs(found - turn).max(), 1e-4)

    def test_weaker_boxes_that_overlap_go(self):
        boxes = np.array([[0, 0, 10, 10], [1, 0, 11, 10], [30, 0, 40, 10]], float)
        kept = cascade.suppressed(boxes, np.array([0.8, 0.9, 0.7]), 0.5)
        self.assertEqual(kept.tolist(), [1, 2])

    def test_outside_of_the_image_is_black(self):
        part = cascade.cut(np.full((10, 10, 3), 200, np.uint8), np.array([-10, 0, 10, 20]), 20)
        self.assertEqual(part[0, 0].tolist(), [0, 0, 0])
        self.assertEqual(part[5, 15].tolist(), [200, 200, 200])


class MeasureTest(unittest.TestCase):
    def test_a_perfect_description_finds_everybody(self):
        persons = np.repeat(np.arange(50), 8)
        perfect = np.eye(50)[persons]
        self.assertEqual(measure.identification(perfect, perfect, persons, 2), (1, 1))

    def test_a_constant_description_finds_nobody(self):
        persons = np.repeat(np.arange(50), 8)
        same = np.ones((400, 3))
        found, nearest = measure.identification(same, same, persons, 1)
        self.assertEqual(found, 0)
        self.assertLess(nearest, 0.1)


class MxnetTest(unittest.TestCase):
    def test_networks_survive_being_written_and_read(self):
        torch.manual_seed(1)
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(PACK / "pack.properties", folder)
            stages = {name: kind() for name, kind in networks.DETECTOR.items()}
            self.assertLess(pack.write(stages, networks.Embedder(), folder), pack.SAME_WITHIN)
            self.assertEqual(len((Path(folder) / "pack.files").read_text().splitlines()), 9)
            again = networks.read_stage(networks.ONet(), Path(folder) / "onet")
            self.assertTrue(torch.equal(again[0].weight, stages["onet"][0].weight))

    def test_training_goes_on_where_a_pack_ended(self):
        crops = np.random.default_rng(1).integers(0, 256, (64, 112, 112, 3), np.uint8)
        network = embedder.read(PACK / "embed", crops)
        written = embedder.embed(mxnet.Network(PACK / "embed"), crops)
        self.assertLess(np.abs(embedder.embed(network, crops) - written).max(), 1e-5)
        with torch.no_grad():
            training = network.train()(networks.normalized(crops)).numpy()
        training /= np.linalg.norm(training, axis=1, keepdims=True)
        self.assertLess(np.abs(training - written).max(), 1e-3)

    def test_what_is_no_params_file_is_refused(self):
        with self.assertRaisesRegex(ValueError, "no MXNet params file"):
            mxnet.read_params(PACK / "embed-symbol.json")


@unittest.skipUnless(PACKS and PEOPLE, "SKIPPED: ROLLCALL_PACKS and ROLLCALL_PEOPLE are not set")
class ChainTest(unittest.TestCase):
    def test_photos_become_a_pack_that_has_learnt(self):
        with tempfile.TemporaryDirectory() as folder:
            self.photos_become_a_pack_that_has_learnt(Path(folder))

    def photos_become_a_pack_that_has_learnt(self, work):
        for person in sorted(Path(PEOPLE).iterdir())[:FEW]:
            shutil.copytree(person, work / "people" / person.name)
        (work / "pack").mkdir()
        shutil.copy(PACK / "pack.properties", work / "pack")

        run("faces", "--models", PACKS, "--out", work / "faces", "--blends", 100, work / "people")
        run("embedder", "--faces", work / "faces", "--minutes", 2, "--out", work / "embed.pt")
        run(
            *("detector", "--models", PACKS, "--photos", work / "people"),
            *("--faces", work / "faces", "--minutes", 1, "--crops", 3000, "--out", work / "stages"),
        )
        said = run(
            *("pack", "--embedder", work / "embed.pt", "--detector", work / "stages"),
            *("--out", work / "pack"),
        )
        self.assertIn("equal the trained ones", said)

        crops = np.load(work / "faces/crops.npy")
        goal = embedder.targets(np.load(work / "faces/said.npy")).numpy()
        learnt = embedder.embed(mxnet.Network(work / "pack/embed"), crops)
        agreement = (learnt * goal).sum(1).mean()
        self.assertGreater(agreement, 0.1, "an untrained network agrees by 0")

        report = run("measure", "--models", PACKS, "--people", work / "people", work / "pack")
        self.assertIn("photos, mean of 3", report)


if __name__ == "__main__":
    unittest.main()
