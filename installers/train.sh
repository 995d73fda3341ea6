#!/bin/sh
# Makes the AOT caches (JEP 514) that let the command line and the studio start quickly: runs each once on a copy of the
# samples and keeps what the JVM loaded and linked. Arguments: the JDK, the project's folder, the folder for the caches.
set -eu
jdk=$1
home=$2
state=$3
. "$home/installers/launch.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$home/samples" "$work/samples"
rm -rf "$work/samples/.arcrun"
run=

aot=-XX:AOTCacheOutput=$state/cli.aot
start_cli run "$work/samples/recipes/hello.yaml" --input '{"name": "Ada"}' --json
if [ -d "$home/app/desktop/target/dist/app" ]; then
  aot=-XX:AOTCacheOutput=$state/desktop.aot
  studio_flags="-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true"
  start_studio "$work/samples" --screenshot "$work/first.png"
fi
