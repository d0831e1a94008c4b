"""The four networks of the compact pack, and how each is written as an MXNet graph.

Plain 3×3 convolutions, ReLU, and channels in multiples of 16: what MXNet computes fastest on a CPU.
Pixels go in as RGB, `(x - 127.5) / 128`. Face scores come out as logits.
"""

import torch
import torch.nn.functional as F
from torch import nn

from .mxnet import Writer

PNET_CELL = 12
PNET_STRIDE = 2
RNET_SIZE = 24
ONET_SIZE = 48
CROP_SIZE = 112
DIMENSION = 256


def normalized(pixels):
    """Makes of uint8 [N, h, w, 3] what the networks take: float [N, 3, h, w]."""
    x = torch.as_tensor(pixels).permute(0, 3, 1, 2).float()
    return ((x - 127.5) / 128).contiguous(memory_format=torch.channels_last)


class PNet(nn.Sequential):
    """Looks at every 12×12 place of an image, two pixels apart.

    Output [N, 16, h, w]: a face logit, four edges in units of the cell, and padding. The first
    convolution takes two pixels at a time: at full size most of the time would go into it.
    """

    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 16, 4, 2),
            nn.ReLU(),
            nn.Conv2d(16, 16, 3),
            nn.ReLU(),
            nn.Conv2d(16, 32, 3),
            nn.ReLU(),
            nn.Conv2d(32, 16, 1),
        )


class RNet(nn.Sequential):
    """Looks at a 24×24 crop. Output [N, 5]: a face logit, four edges in units of the crop."""

    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 32, 3),
            nn.ReLU(),
            nn.MaxPool2d(3, 2, ceil_mode=True),
            nn.Conv2d(32, 48, 3),
            nn.ReLU(),
            nn.MaxPool2d(3, 2, ceil_mode=True),
            nn.Conv2d(48, 64, 2),
            nn.ReLU(),
            nn.Flatten(),
            nn.Linear(576, 128),
            nn.ReLU(),
            nn.Linear(128, 5),
        )


class ONet(nn.Sequential):
    """Looks at a 48×48 crop. Output [N, 15]: as R-Net's, then five x and five y of the landmarks."""

    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 32, 3),
            nn.ReLU(),
            nn.MaxPool2d(3, 2, ceil_mode=True),
            nn.Conv2d(32, 64, 3),
            nn.ReLU(),
            nn.MaxPool2d(3, 2, ceil_mode=True),
            nn.Conv2d(64, 64, 3),
            nn.ReLU(),
            nn.MaxPool2d(2, 2, ceil_mode=True),
            nn.Conv2d(64, 128, 2),
            nn.ReLU(),
            nn.Flatten(),
            nn.Linear(1152, 256),
            nn.ReLU(),
            nn.Linear(256, 15),
        )


DETECTOR = {"pnet": PNet, "rnet": RNet, "onet": ONet}


def write_stage(network, prefix):
    """Writes P-, R- or O-Net as MXNet files."""
    writer = Writer()
    x = writer.data
    for i, layer in enumerate(network):
        if isinstance(layer, nn.Conv2d):
            x = writer.convolution(x, f"conv{i}", layer, layer.weight, layer.bias)
        elif isinstance(layer, nn.ReLU):
            x = writer.relu(x, f"relu{i}")
        elif isinstance(layer, nn.MaxPool2d):
            x = writer.max_pool(x, f"pool{i}", layer.kernel_size, layer.stride)
        elif isinstance(layer, nn.Flatten):
            x = writer.flatten(x, f"flat{i}")
        elif isinstance(layer, nn.Linear):
            x = writer.dense(x, f"dense{i}", layer.weight, layer.bias)
        else:
            raise ValueError(f"{type(layer).__name__} cannot be written")
    writer.write(prefix, x)


def read_stage(network, prefix):
    """Takes the weights of P-, R- or O-Net from MXNet files of the same shape."""
    from .mxnet import read_params

    arrays = list(read_params(f"{prefix}-0000.params").values())
    layers = [layer for layer in network if isinstance(layer, (nn.Conv2d, nn.Linear))]
    for layer, weight, bias in zip(layers, arrays[::2], arrays[1::2]):
        layer.weight.data = torch.tensor(weight)
        layer.bias.data = torch.tensor(bias)
    return network


class NormalizedConv(nn.Module):
    """A convolution and its batch norm, written as one convolution."""

    def __init__(self, inputs, outputs, kernel, stride=1, padding=0, groups=1):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.norm(self.conv(x))

    def write(self, writer, x, name):
        weight, bias = folded(self.conv.weight, self.norm)
        return writer.convolution(x, name, self.conv, weight, bias)


class Residual(nn.Module):
    """Two convolutions around which the input is led, after He et al. (arXiv 1512.03385)."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = NormalizedConv(inputs, outputs, 3, stride, 1)
        self.second = NormalizedConv(outputs, outputs, 3, 1, 1)
        same = inputs == outputs and stride == 1
        self.shortcut = None if same else NormalizedConv(inputs, outputs, 1, stride)

    def forward(self, x):
        y = self.second(F.relu(self.first(x)))
        return F.relu(y + (x if self.shortcut is None else self.shortcut(x)))

    def write(self, writer, x, name):
        y = writer.relu(self.first.write(writer, x, name + "a"), name + "a_relu")
        y = self.second.write(writer, y, name + "b")
        around = x if self.shortcut is None else self.shortcut.write(writer, x, name + "s")
        return writer.relu(writer.add(y, around, name + "_add"), name + "_relu")


class Embedder(nn.Module):
    """Describes an aligned 112×112 crop of a face by 256 numbers.

    The last convolution weighs each place of the 7×7 map by itself, after Chen et al.,
    "MobileFaceNets" (arXiv 1804.07573). `forward` leaves the length of the output to the caller;
    the written graph makes it 1.
    """

    def __init__(self, widths=(32, 48, 96, 192)):
        super().__init__()
        self.stem = NormalizedConv(3, widths[0], 3, 2, 1)
        blocks = []
        for inputs, outputs in zip(widths, widths[1:]):
            blocks += [Residual(inputs, outputs, 2), Residual(outputs, outputs, 1)]
        self.blocks = nn.ModuleList(blocks)
        self.pool = NormalizedConv(widths[-1], widths[-1], 7, groups=widths[-1])
        self.dense = nn.Linear(widths[-1], DIMENSION, bias=False)
        self.norm = nn.BatchNorm1d(DIMENSION)

    def forward(self, x):
        x = F.relu(self.stem(x))
        for block in self.blocks:
            x = block(x)
        return self.norm(self.dense(torch.flatten(self.pool(x), 1)))

    def write(self, prefix):
        writer = Writer()
        x = writer.relu(self.stem.write(writer, writer.data, "stem"), "stem_relu")
        for i, block in enumerate(self.blocks):
            x = block.write(writer, x, f"block{i}")
        x = writer.flatten(self.pool.write(writer, x, "pool"), "flat")
        weight, bias = folded(self.dense.weight, self.norm)
        x = writer.normalize(writer.dense(x, "dense", weight, bias), "embedding")
        writer.write(prefix, x)


def folded(weight, norm):
    """Returns weight and bias that do the work of a layer without bias and its batch norm."""
    factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    shape = (-1, *[1] * (weight.dim() - 1))
    return weight * factor.view(shape), norm.bias - norm.running_mean * factor
