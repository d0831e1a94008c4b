package org.rollcall.face.pack;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.face.convert.ParamTensor;

/** Runs a network on MXNet, without the limits of the program's own wrapper. */
public final class MxnetModel implements AutoCloseable {
  static {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private final Model model;
  private final Predictor<NDList, NDList> predictor;

  private MxnetModel(Model model) {
    this.model = model;
    this.predictor = model.newPredictor(new NoopTranslator((Batchifier) null));
  }

  public static MxnetModel load(Path folder, String network) {
    Model model = Model.newInstance(network, "MXNet");
    try {
      model.load(folder, network);
    } catch (IOException | MalformedModelException e) {
      throw new IllegalStateException(e);
    }
    return new MxnetModel(model);
  }

  public List<ParamTensor> run(ParamTensor input) {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      long[] shape = Arrays.stream(input.shape()).asLongStream().toArray();
      NDArray data = manager.create(input.values(), new Shape(shape));
      data.setName("data");
      List<ParamTensor> outputs = new ArrayList<>();
      for (NDArray output : predictor.predict(new NDList(data))) {
        int[] outputShape =
            Arrays.stream(output.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
        outputs.add(new ParamTensor(outputShape, output.toFloatArray()));
      }
      return outputs;
    } catch (TranslateException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }
}
