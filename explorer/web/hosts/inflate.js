// What travels compressed, as text again.

/** @param {string} packed text that was deflated (zlib), in base64 */
export function inflated(packed) {
  const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}
