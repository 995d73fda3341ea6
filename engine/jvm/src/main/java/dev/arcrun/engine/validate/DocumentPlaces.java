package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Address;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.List;

/** The places of a document. */
final class DocumentPlaces implements Places {
    private static final Place TOP = new Place(1, 1, 0, 0);
    private static final String ARROW = ">>";

    private final RecipeDocument document;

    DocumentPlaces(RecipeDocument document) {
        this.document = document;
    }

    @Override
    public Place property(List<Object> path) {
        return path.isEmpty() ? TOP : of(new Address.OfProperty(path));
    }

    @Override
    public Place node(String node) {
        return of(new Address.OfNode(node));
    }

    @Override
    public Place value(String node, List<Object> path) {
        return of(new Address.OfParameter(node, path));
    }

    @Override
    public Place within(String node, List<Object> path, int start, int end) {
        return document.placeInParameter(node, path, start, end);
    }

    @Override
    public Place edge(int index) {
        return of(new Address.OfEdge(index));
    }

    @Override
    public Place relation(int index) {
        Place edge = edge(index);
        String written = written(edge);
        int first = written.indexOf(ARROW);
        int last = written.lastIndexOf(ARROW);
        return first < 0 || last <= first
                ? edge
                : stripped(edge, written, first + ARROW.length(), last);
    }

    @Override
    public Place condition(int index, String condition, int start, int end) {
        Place relation = relation(index);
        int at = written(relation).indexOf(condition);
        return at < 0 ? relation : piece(relation, at + start, at + end);
    }

    private Place of(Address address) {
        Place place = document.placeOf(address);
        return place == null ? TOP : place;
    }

    private String written(Place place) {
        return document.text().substring(place.start(), place.end());
    }

    private Place stripped(Place around, String written, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && written.charAt(start) == ' ') {
            start++;
        }
        while (end > start && written.charAt(end - 1) == ' ') {
            end--;
        }
        return piece(around, start, end);
    }

    /** A piece of a place; the whole where that goes over several lines. */
    private Place piece(Place around, int from, int to) {
        return written(around).indexOf('\n') >= 0
                ? around
                : new Place(
                        around.line(),
                        around.column() + from,
                        around.start() + from,
                        around.start() + to);
    }
}
