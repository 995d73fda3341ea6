# Read by `arcrun` and by train.sh: how the command line and the studio are started. Sets functions and their flags;
# $jdk, $home and $state are set by the reader, $aot to the flag that uses or makes a cache.

java_flags="-XX:-DontCompileHugeMethods -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED
  -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Xlog:disable -Xlog:all=error:stderr"

# Where the program of the local Cloudflare stands; without it the program looks above its own jar.
emulator=-Darcrun.emulator=$home/cloudflare-client/emulator

start_cli() {
  # shellcheck disable=SC2086
  $run "$jdk/bin/java" $java_flags ${aot:+"$aot"} "$emulator" -cp "$home/app/cli/target/dist/arcrun-cli.jar" dev.arcrun.cli.Main "$@"
}

start_studio() {
  # shellcheck disable=SC2086
  $run "$jdk/bin/java" $java_flags --enable-native-access=javafx.graphics ${aot:+"$aot"} "$emulator" ${studio_flags:-} \
    --module-path "$home/app/desktop/target/dist/fx" --add-modules javafx.controls,javafx.swing \
    -cp "$home/app/desktop/target/dist/app/arcrun-desktop.jar" dev.arcrun.desktop.StudioMain "$@"
}

# The flag for a cache that exists, or nothing.
aot_cache() {
  if [ -f "$1" ]; then
    echo "-XX:AOTCache=$1"
  fi
}
