package org.rollcall.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.rollcall.model.picture.Box;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Photos of groups of people with every face marked by hand, in dlib's format. */
public final class MarkedPhotos {
  private static final List<String> LISTS = List.of("training.xml", "testing.xml");

  private MarkedPhotos() {}

  /**
   * Reads what was marked.
   *
   * @param folder of the photos and their lists
   * @return the faces of each photo
   * @throws IOException if a list cannot be read
   */
  public static Map<Path, List<Box>> read(Path folder) throws IOException {
    Map<Path, List<Box>> marked = new TreeMap<>();
    for (String list : LISTS) {
      NodeList images = images(folder.resolve(list));
      for (int i = 0; i < images.getLength(); i++) {
        Element image = (Element) images.item(i);
        marked.put(folder.resolve(image.getAttribute("file")), boxes(image));
      }
    }
    return marked;
  }

  private static NodeList images(Path list) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(list.toFile())
          .getElementsByTagName("image");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("'%s' is no list of marked photos".formatted(list), e);
    }
  }

  private static List<Box> boxes(Element image) {
    NodeList marks = image.getElementsByTagName("box");
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < marks.getLength(); i++) {
      Element mark = (Element) marks.item(i);
      float left = Float.parseFloat(mark.getAttribute("left"));
      float top = Float.parseFloat(mark.getAttribute("top"));
      boxes.add(
          new Box(
              left,
              top,
              left + Float.parseFloat(mark.getAttribute("width")),
              top + Float.parseFloat(mark.getAttribute("height"))));
    }
    return boxes;
  }
}
