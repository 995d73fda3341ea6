// The only worker whose name can be guessed: it answers the watchdog and nobody else.
export default {
  fetch(request, env) {
    const known = request.headers.get("x-emulator-secret") === env.SECRET;
    return new Response(known ? "alive" : "Forbidden", { status: known ? 200 : 403 });
  },
};
