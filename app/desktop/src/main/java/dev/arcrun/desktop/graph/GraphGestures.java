package dev.arcrun.desktop.graph;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Mouse, wheel, touch pad and keys on the graph. */
final class GraphGestures {
    private static final double WHEEL_STEP = 1.0015;
    private static final double CLICK_DISTANCE = 4;
    private static final double REACH = 8;

    private final GraphView view;
    private final GraphViewModel model;
    private final GraphMenus menus;
    private final Connecting connecting;
    private boolean space;
    private boolean panning;
    private double lastX;
    private double lastY;
    private double pressX;
    private double pressY;

    GraphGestures(GraphView view, GraphViewModel model, GraphMenus menus, Connecting connecting) {
        this.view = view;
        this.model = model;
        this.menus = menus;
        this.connecting = connecting;
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        view.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        menus.hide();
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        Node target = (Node) event.getTarget();
        NodeView over = view.live().viewOf(target);
        if (over != null
                && over.node() != null
                && target == over.outPort()
                && event.getButton() == MouseButton.PRIMARY) {
            GraphNode node = over.node();
            connecting.begin(
                    node.name(),
                    view.viewport().screenX(node.right()),
                    view.viewport().screenY(node.centreY()));
            event.consume();
            return;
        }
        panning =
                event.getButton() == MouseButton.MIDDLE
                        || (event.getButton() == MouseButton.PRIMARY && (space || over == null));
        if (panning) {
            view.setCursor(Cursor.CLOSED_HAND);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (connecting.from() != null) {
            connecting.follow(event.getX(), event.getY());
            event.consume();
        } else if (panning) {
            view.gestureStep();
            view.viewport().pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        String from = connecting.from();
        if (from != null) {
            connecting.end();
            connect(from, event);
            event.consume();
            return;
        }
        view.setCursor(Cursor.DEFAULT);
        panning = false;
        boolean click =
                event.getButton() == MouseButton.PRIMARY
                        && Math.hypot(event.getX() - pressX, event.getY() - pressY)
                                < CLICK_DISTANCE;
        if (click && !space) {
            choose(event);
        }
        event.consume();
    }

    private void choose(MouseEvent event) {
        Node target = (Node) event.getTarget();
        NodeView node = view.live().viewOf(target);
        EdgeView edge = view.live().edgeOf(target);
        if (node != null && node.node() != null) {
            model.selectNode(node.node().name());
            if (event.getClickCount() == 2) {
                view.onOpen().run();
            }
        } else if (edge != null && edge.edge() != null) {
            model.selectEdge(edge.edge().index());
        } else {
            chooseFromAfar(event);
        }
    }

    private void connect(String from, MouseEvent event) {
        String to = nodeAt(event.getX(), event.getY());
        if (to != null && !to.equals(from)) {
            menus.ofConnection(from, to, event.getScreenX(), event.getScreenY());
        }
    }

    /** On the painted overview there are no cards to hit. */
    private void chooseFromAfar(MouseEvent event) {
        model.selectNode(nodeAt(event.getX(), event.getY()));
    }

    private @Nullable String nodeAt(double screenX, double screenY) {
        double x = view.viewport().worldX(screenX);
        double y = view.viewport().worldY(screenY);
        String hit = null;
        for (GraphNode node : model.picture().nodes()) {
            if (x >= node.x() - REACH
                    && x <= node.right() + REACH
                    && y >= node.y()
                    && y <= node.bottom()) {
                hit = node.name();
            }
        }
        return hit;
    }

    private void menu(ContextMenuEvent event) {
        double x = event.getScreenX();
        double y = event.getScreenY();
        String node =
                event.isKeyboardTrigger()
                        ? model.selection().node().get()
                        : nodeAt(event.getX(), event.getY());
        EdgeView edge = view.live().edgeOf((Node) event.getTarget());
        if (node != null) {
            menus.ofNode(node, x, y);
        } else if (edge != null && edge.edge() != null) {
            menus.ofEdge(edge.edge().index(), x, y);
        } else {
            menus.ofCanvas(x, y);
        }
        event.consume();
    }

    private void scroll(ScrollEvent event) {
        view.gestureStep();
        if (event.isShiftDown()) {
            view.viewport().pan(event.getDeltaX() + event.getDeltaY(), 0);
        } else {
            view.viewport()
                    .zoomAt(event.getX(), event.getY(), Math.pow(WHEEL_STEP, event.getDeltaY()));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        view.gestureStep();
        view.viewport().zoomAt(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean handled = true;
        switch (event.getCode()) {
            case SPACE -> space = true;
            case LEFT -> model.move(Direction.LEFT);
            case RIGHT -> model.move(Direction.RIGHT);
            case UP -> model.move(Direction.UP);
            case DOWN -> model.move(Direction.DOWN);
            case ENTER -> view.onOpen().run();
            case ESCAPE -> model.selectNode(null);
            case TAB -> {
                if (event.isShiftDown()) {
                    return;
                }
                askPart();
            }
            case DELETE, BACK_SPACE -> model.deleteSelected();
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private void askPart() {
        var corner = view.localToScreen(view.getWidth() / 3, view.getHeight() / 3);
        menus.askPart(corner.getX(), corner.getY());
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = false;
            event.consume();
        }
    }
}
