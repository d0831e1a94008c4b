package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STOrientation;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;

class ChartTest {
  private static final Chart.ChartLabels LABELS =
      new Chart.ChartLabels("Page!$A$1:$A$2", List.of("Monday", "Tuesday"));

  @Test
  void barForEachMark_counts_areBarsInTheColoursOfTheMarks() {
    CTBarChart bars = byMark().getPlotArea().getBarChartArray(0);

    assertThat(bars.getSerList()).hasSize(1);
    assertThat(bars.getSerArray(0).getDPtList())
        .extracting(point -> colour(point.getSpPr()))
        .containsExactlyElementsOf(Arrays.stream(MarkStyle.values()).map(MarkStyle::bar).toList());
    assertThat(bars.getSerArray(0).getVal().getNumRef().getNumCache().getPtList())
        .extracting(CTNumVal::getV)
        .containsExactly("20", "3", "1", "4", "2");
  }

  @Test
  void barForEachMark_bars_lieWithTheFirstMarkOnTop() {
    CTChart chart = byMark();

    assertThat(chart.getPlotArea().getBarChartArray(0).getBarDir().getVal())
        .isEqualTo(STBarDir.BAR);
    assertThat(chart.getPlotArea().getCatAxArray(0).getScaling().getOrientation().getVal())
        .isEqualTo(STOrientation.MAX_MIN);
    assertThat(chart.getPlotArea().getValAxArray(0).getMajorUnit().getVal()).isEqualTo(5);
  }

  @Test
  void barForEachMark_bars_showTheirNumbersOnly() {
    var labels = byMark().getPlotArea().getBarChartArray(0).getSerArray(0).getDLbls();

    assertThat(labels.getShowVal().getVal()).isTrue();
    assertThat(labels.getShowSerName().getVal()).isFalse();
    assertThat(labels.getShowCatName().getVal()).isFalse();
  }

  @Test
  void new_chart_hasATitleAndCountsFromZero() {
    CTChart chart = byMark();

    assertThat(chart.getTitle().getTx().getRich().getPArray(0).getRArray(0).getT())
        .isEqualTo("Students by mark");
    assertThat(chart.getTitle().getOverlay().getVal()).isFalse();
    assertThat(chart.getPlotArea().getValAxArray(0).getScaling().getMin().getVal()).isZero();
  }

  @Test
  void plotLayers_marks_areStackedInTheirColours() {
    CTBarChart bars = layered().getPlotArea().getBarChartArray(0);

    assertThat(bars.getGrouping().getVal()).isEqualTo(STBarGrouping.STACKED);
    assertThat(bars.getBarDir().getVal()).isEqualTo(STBarDir.COL);
    assertThat(bars.getSerList())
        .extracting(series -> colour(series.getSpPr()))
        .containsExactly(MarkStyle.PRESENT.bar(), MarkStyle.ABSENT.bar());
    assertThat(bars.getSerList())
        .extracting(series -> series.getTx().getV())
        .containsExactly("Present", "Absent");
  }

  @Test
  void plotLayers_layers_lieUponEachOther() {
    // The schema subset that POI ships with lacks the type of this number.
    assertThat(layered().getPlotArea().getBarChartArray(0).xmlText())
        .containsPattern("<(\\w+:)?overlap val=\"100\"");
  }

  @Test
  void plotLayers_categories_areNamedAlongTheAxis() {
    CTChart chart = layered();

    assertThat(
            chart
                .getPlotArea()
                .getBarChartArray(0)
                .getSerArray(0)
                .getCat()
                .getStrRef()
                .getStrCache()
                .getPtList())
        .extracting(CTStrVal::getV)
        .containsExactly("Monday", "Tuesday");
    assertThat(chart.getPlotArea().getCatAxArray(0).getScaling().getOrientation().getVal())
        .isEqualTo(STOrientation.MIN_MAX);
    assertThat(chart.getPlotArea().getValAxArray(0).getMajorUnit().getVal()).isEqualTo(10);
  }

  private static CTChart byMark() {
    var words =
        new Chart.ChartLabels(
            "Page!$A$1:$A$5", Arrays.stream(MarkStyle.values()).map(MarkStyle::title).toList());
    return drawn(
        "Students by mark",
        BarDirection.BAR,
        chart ->
            chart.barForEachMark(
                words, new Chart.Numbers("Page!$B$1:$B$5", List.of(20, 3, 1, 4, 2))));
  }

  private static CTChart layered() {
    return drawn(
        "Students by lesson",
        BarDirection.COL,
        chart -> {
          var numbers = new Chart.Numbers("Page!$B$1:$B$2", List.of(8, 9));
          chart.layer(MarkStyle.PRESENT, LABELS, numbers);
          chart.layer(MarkStyle.ABSENT, LABELS, numbers);
          chart.plotLayers();
        });
  }

  private static CTChart drawn(String title, BarDirection direction, Consumer<Chart> drawing) {
    return Sheets.reread(
            "Page",
            book -> {
              var place = new XSSFClientAnchor(0, 0, 0, 0, 3, 0, 9, 20);
              drawing.accept(new Chart(book.page("Page"), place, title, direction));
            })
        .getDrawingPatriarch()
        .getCharts()
        .get(0)
        .getCTChart();
  }

  private static String colour(CTShapeProperties shape) {
    return HexFormat.of().withUpperCase().formatHex(shape.getSolidFill().getSrgbClr().getVal());
  }
}
