// Which lines of Electron's error output say nothing to the person at the terminal: Chromium looks for a system bus, a
// GPU and a sound server, and reports at length that a container or a virtual display has none.

const HARMLESS_SOURCES = [
  ...['bus', 'object_proxy', 'viz_main_impl', 'gpu_process_host', 'gpu_memory_buffer_support_x11', 'gl_display'],
  ...['gl_surface_egl', 'gl_factory', 'angle_platform_impl', 'vaapi_wrapper', 'wayland_proxy', 'vulkan_util'],
  ...['command_buffer_proxy_impl', 'gl_context_egl', 'viz_process_host', 'x11_util', 'browser_main_loop'],
  ...['sandbox_linux', 'zygote_host_impl_linux', 'policy_logger', 'power_observer', 'alsa_util', 'upower'],
];
const CHROMIUM_LINE = /^\[\d+(?::\d+)?:[\d/.]+:(?:ERROR|WARNING|INFO):(?:[^\s(\]]*\/)?([a-z0-9_]+)\.(?:cc|mm)[(:]\d+\)?\]/;
const OTHER_NOISE = [
  /^(?:libEGL|MESA|ALSA|libva)\b/,
  /^\(\S+:\d+\): (?:Gtk|Gdk|dconf|GLib|GLib-GIO|libnotify)-(?:WARNING|CRITICAL|Message)\b/,
  /^Gtk-Message: /,
  /^(?:Debugger (?:listening|ending|attached)|For help, see: https:\/\/nodejs\.org\/)/,
  /^DevTools listening on ws:/,
  /^\s*$/,
];

/** True for a line that may be left out of what the user sees. */
export function isElectronNoise(line) {
  const source = CHROMIUM_LINE.exec(line)?.[1];
  return source === undefined ? OTHER_NOISE.some((pattern) => pattern.test(line)) : HARMLESS_SOURCES.includes(source);
}
