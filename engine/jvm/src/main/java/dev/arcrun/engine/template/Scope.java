package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first name of a reference can mean. */
public interface Scope {
    Scope EMPTY = of(Map.of());

    /** The value of that name, or null where the name means nothing here. */
    @Nullable Json lookup(String name);

    /** The names that mean something, the most likely first; for suggestions only. */
    Collection<String> names();

    /** The entries of a map; later changes of the map are seen. */
    static Scope of(Map<String, ? extends Json> values) {
        return new Scope() {
            @Override
            public @Nullable Json lookup(String name) {
                return values.get(name);
            }

            @Override
            public Collection<String> names() {
                return values.keySet();
            }
        };
    }

    /** The own members of an object; of any other value, nothing. */
    static Scope membersOf(Json value) {
        return value instanceof Json.Obj object ? of(object.members()) : EMPTY;
    }

    /** This scope, and for names that mean nothing here, the next. */
    default Scope or(Scope next) {
        return firstOf(List.of(this, next));
    }

    /** The first of the scopes in which a name means something decides. */
    static Scope firstOf(List<Scope> scopes) {
        List<Scope> inOrder = List.copyOf(scopes);
        return new Scope() {
            @Override
            public @Nullable Json lookup(String name) {
                for (Scope scope : inOrder) {
                    Json value = scope.lookup(name);
                    if (value != null) {
                        return value;
                    }
                }
                return null;
            }

            @Override
            public Collection<String> names() {
                var names = new LinkedHashSet<String>();
                inOrder.forEach(scope -> names.addAll(scope.names()));
                return names;
            }
        };
    }
}
