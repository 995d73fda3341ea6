package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.Template;

/**
 * References to one node under its new name. A template names a node as it is written, or by its id
 * form (lower case, spaces as {@code -}); each follows in its own form where the new name has it.
 * RECIPE.md, sections 2 and 4.
 *
 * @param old the name so far
 * @param oldId its id form, or the name itself where another node has that form as its name
 */
record RenamedReferences(String old, String oldId, String name) implements References {

    @Override
    public String inTemplate(String text) {
        return text.contains("{{") ? renamed(text, Template::renameRoot) : text;
    }

    @Override
    public String inPath(String text) {
        if (text.contains("{{")) {
            return inTemplate(text);
        }
        String template = inTemplate("{{" + text + "}}");
        return template.substring(2, template.length() - 2);
    }

    @Override
    public String inExpression(String text) {
        return renamed(text, Expression::renameRoot);
    }

    private interface Rename {
        String root(String text, String from, String to);
    }

    private String renamed(String text, Rename rename) {
        String id = Names.id(name);
        String byId = oldId.equals(old) ? text : rename.root(text, oldId, id);
        return rename.root(byId, old, Names.isReference(name) ? name : id);
    }
}
