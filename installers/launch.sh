# Read by `arcrun` after the build: $jdk, $home and $state are set.

common="-XX:-DontCompileHugeMethods --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Xlog:aot=off -Xlog:cds=off"

# With arguments the command line, without the studio on the samples.
if [ $# -gt 0 ]; then
  cache=
  [ -f "$state/cli.aot" ] && cache=-XX:AOTCache=$state/cli.aot
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" $common $cache -XX:+UseSerialGC -XX:TieredStopAtLevel=4 \
    -cp "$home/app/cli/target/dist/*" dev.arcrun.cli.Main "$@"
fi

cache=
[ -f "$state/desktop.aot" ] && cache=-XX:AOTCache=$state/desktop.aot
# shellcheck disable=SC2086
exec "$jdk/bin/java" $common $cache --enable-native-access=javafx.graphics \
  --module-path "$home/app/desktop/target/dist/fx" --add-modules javafx.controls,javafx.swing \
  -cp "$home/app/desktop/target/dist/app/*" dev.arcrun.desktop.StudioMain "$home/samples"
