// Opens the plugin in its frame or window, and gives the frame the height that the plugin asks for.
const form = document.querySelector('form[data-launch]');
if (form) {
  form.hidden = true;
  form.submit();
}

const frame = document.querySelector('iframe[data-origin]');
window.addEventListener('message', (event) => {
  if (!frame || event.origin !== frame.dataset.origin || event.source !== frame.contentWindow) return;
  const { kind, height } = event.data ?? {};
  if (kind !== 'height' || !Number.isFinite(height)) return;
  frame.style.blockSize = `${Math.min(Math.max(Math.ceil(height), 200), 20000)}px`;
});

// On a phone the row of tabs scrolls; the current one stays in sight.
document.querySelector('.host-tabs [aria-current]')?.scrollIntoView({ inline: 'end', block: 'nearest' });
