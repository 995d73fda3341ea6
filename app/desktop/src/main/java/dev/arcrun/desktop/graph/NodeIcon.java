package dev.arcrun.desktop.graph;

import dev.arcrun.engine.schedule.TraceEntry.Status;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The icon of each kind of node and each state of a run. */
public final class NodeIcon {
    private NodeIcon() {}

    static Ikon of(GraphNode.Kind kind) {
        return switch (kind) {
            case INPUT -> MaterialDesignL.LOGIN_VARIANT;
            case OUTPUT -> MaterialDesignF.FLAG_CHECKERED;
            case LOGIC -> MaterialDesignS.SOURCE_BRANCH;
            case DATA -> MaterialDesignT.TABLE;
            case API -> MaterialDesignW.WEB;
            case CODE -> MaterialDesignC.CODE_BRACES;
            case AUTH -> MaterialDesignK.KEY_OUTLINE;
            case AI -> MaterialDesignC.CREATION;
            case TRIGGER -> MaterialDesignT.TIMER_OUTLINE;
            case RECIPE -> MaterialDesignF.FILE_TREE_OUTLINE;
            case OTHER -> MaterialDesignP.PUZZLE_OUTLINE;
        };
    }

    public static Ikon of(Status status) {
        return switch (status) {
            case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
            case SUCCEEDED -> MaterialDesignC.CHECK_CIRCLE;
            case FAILED -> MaterialDesignA.ALERT_CIRCLE;
            case SKIPPED -> MaterialDesignD.DEBUG_STEP_OVER;
            case HANDLED -> MaterialDesignR.REPLY_CIRCLE;
            case WAITING -> MaterialDesignT.TIMER_SAND;
        };
    }
}
