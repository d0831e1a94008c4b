package org.rollcall.sheet;

import java.util.HexFormat;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.xmlbeans.XmlCursor;

/** A bar chart in the colours of the marks. */
final class Chart {
  private final XSSFChart chart;
  private final XDDFBarChartData bars;

  /**
   * Creates a chart.
   *
   * @param page the worksheet
   * @param place the cells between which it lies
   * @param title text above it
   * @param direction whether the bars are horizontal or vertical
   */
  Chart(Page page, XSSFClientAnchor place, String title, BarDirection direction) {
    chart = page.sheet().createDrawingPatriarch().createChart(place);
    chart.setTitleText(title);
    chart.setTitleOverlay(false);
    chart.getFormattedTitle().getParagraph(0).addDefaultRunProperties().setFontSize(12.0);
    boolean lying = direction == BarDirection.BAR;
    XDDFCategoryAxis categories =
        chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    XDDFValueAxis values = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    values.setCrosses(lying ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
    // Otherwise the outermost bars are cut in half.
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    values.setMinimum(0);
    values.setMajorUnit(lying ? 5 : 10);
    values.setNumberFormat("0");
    values
        .getOrAddMajorGridProperties()
        .setLineProperties(new XDDFLineProperties(fill(CellFormat.RULE)));
    if (lying) {
      categories.setOrientation(AxisOrientation.MAX_MIN);
    }
    bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
    bars.setBarDirection(direction);
    bars.setGapWidth(50);
    bars.setVaryColors(false);
  }

  /**
   * Labels of bars. Spreadsheet programs read the cells, viewers the cached values.
   *
   * @param cells the cells with the labels, with the worksheet
   * @param values their present content
   */
  record ChartLabels(String cells, List<String> values) {
    XDDFCategoryDataSource source() {
      return XDDFDataSourcesFactory.fromArray(values.toArray(String[]::new), cells);
    }
  }

  /**
   * Lengths of bars. Spreadsheet programs read the cells, viewers the cached values.
   *
   * @param cells the cells with the numbers, with the worksheet
   * @param values their present content
   */
  record Numbers(String cells, List<Integer> values) {
    XDDFNumericalDataSource<Integer> source() {
      return XDDFDataSourcesFactory.fromArray(values.toArray(Integer[]::new), cells);
    }
  }

  /** Draws one bar for each mark, in the order of the marks. */
  void barForEachMark(ChartLabels marks, Numbers counts) {
    var series = bars.addSeries(marks.source(), counts.source());
    series.setTitle("Students");
    for (MarkStyle mark : MarkStyle.values()) {
      series.getDataPoint(mark.index()).setFillProperties(fill(mark.bar()));
    }
    chart.plot(bars);
    showNumbers();
  }

  /** Adds the layer of a mark to the stacked bars. */
  void layer(MarkStyle mark, ChartLabels categories, Numbers counts) {
    var series = bars.addSeries(categories.source(), counts.source());
    series.setTitle(mark.title());
    series.setFillProperties(fill(mark.bar()));
  }

  /** Draws the layers on top of each other, with a legend. */
  void plotLayers() {
    bars.setBarGrouping(BarGrouping.STACKED);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    chart.plot(bars);
    overlap();
  }

  // Sets the attribute as text: the schema subset that POI ships with lacks the type of this
  // number.
  private void overlap() {
    var bar = chart.getCTChart().getPlotArea().getBarChartArray(0);
    try (XmlCursor cursor = bar.addNewOverlap().newCursor()) {
      cursor.setAttributeText(new QName("val"), "100");
    }
  }

  private void showNumbers() {
    var labels = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0).addNewDLbls();
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  private static XDDFSolidFillProperties fill(String hex) {
    return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(hex)));
  }
}
