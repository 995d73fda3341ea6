package dev.arcrun.desktop.icons;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Draws the small part of SVG that our icon sources use: rounded rectangles, circles, paths of M,
 * L, C and Z in absolute coordinates, linear gradients of two stops. Anything else is refused, so
 * that an icon never silently loses a piece.
 */
final class SvgPicture {
    private final Element root;
    private final Map<String, Paint> gradients = new HashMap<>();

    private SvgPicture(Element root) {
        this.root = root;
    }

    static SvgPicture read(Path file)
            throws IOException, SAXException, ParserConfigurationException {
        try (var stream = Files.newInputStream(file)) {
            var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            return new SvgPicture(builder.parse(stream).getDocumentElement());
        }
    }

    /** The picture in a square of so many pixels. */
    BufferedImage draw(int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double side = Double.parseDouble(root.getAttribute("viewBox").split(" ", -1)[2]);
        pen.scale(size / side, size / side);
        children(root, pen);
        pen.dispose();
        return image;
    }

    private void children(Element parent, Graphics2D pen) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element) {
                switch (element.getTagName()) {
                    case "defs" -> children(element, pen);
                    case "linearGradient" -> gradient(element);
                    case "rect" -> paint(element, rectangle(element), pen);
                    case "circle" -> paint(element, circle(element), pen);
                    case "path" -> paint(element, path(element.getAttribute("d")), pen);
                    default -> throw new IllegalArgumentException(element.getTagName());
                }
            }
        }
    }

    private void gradient(Element element) {
        var stops = element.getElementsByTagName("stop");
        var first = (Element) stops.item(0);
        var last = (Element) stops.item(1);
        gradients.put(
                "url(#" + element.getAttribute("id") + ")",
                new GradientPaint(
                        (float) number(element, "x1"),
                        (float) number(element, "y1"),
                        Color.decode(first.getAttribute("stop-color")),
                        (float) number(element, "x2"),
                        (float) number(element, "y2"),
                        Color.decode(last.getAttribute("stop-color"))));
    }

    private void paint(Element element, Shape shape, Graphics2D pen) {
        String fill = element.getAttribute("fill");
        if (!fill.equals("none")) {
            pen.setPaint(paintOf(fill));
            pen.fill(shape);
        }
        if (element.hasAttribute("stroke")) {
            int cap =
                    element.getAttribute("stroke-linecap").equals("round")
                            ? BasicStroke.CAP_ROUND
                            : BasicStroke.CAP_BUTT;
            pen.setPaint(paintOf(element.getAttribute("stroke")));
            pen.setStroke(
                    new BasicStroke(
                            (float) number(element, "stroke-width"), cap, BasicStroke.JOIN_ROUND));
            pen.draw(shape);
        }
    }

    private Paint paintOf(String name) {
        Paint gradient = gradients.get(name);
        return gradient == null ? Color.decode(name) : gradient;
    }

    private static Shape rectangle(Element e) {
        double round = 2 * number(e, "rx");
        return new RoundRectangle2D.Double(
                number(e, "x"),
                number(e, "y"),
                number(e, "width"),
                number(e, "height"),
                round,
                round);
    }

    private static Shape circle(Element e) {
        double radius = number(e, "r");
        return new Ellipse2D.Double(
                number(e, "cx") - radius, number(e, "cy") - radius, 2 * radius, 2 * radius);
    }

    private static Shape path(String data) {
        var path = new Path2D.Double();
        var words = new Scanner(data.replaceAll("([MLCZ])", " $1 ")).useDelimiter("[\\s,]+");
        while (words.hasNext()) {
            String command = words.next();
            switch (command) {
                case "M" -> path.moveTo(next(words), next(words));
                case "L" -> path.lineTo(next(words), next(words));
                case "C" ->
                        path.curveTo(
                                next(words),
                                next(words),
                                next(words),
                                next(words),
                                next(words),
                                next(words));
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("path command " + command);
            }
        }
        return path;
    }

    private static double next(Scanner words) {
        return Double.parseDouble(words.next());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
