/** Where an address leads, as a person should see it before it is opened; or why it is not opened. */
export type ExternalAddress =
  | { readonly allowed: true; readonly url: string; readonly shown: string }
  | { readonly allowed: false };

const LONGEST = 2048;

/**
 * Only http, https and mailto, without a name and password in front of the host (`https://bank.example@evil.example`).
 * The host is shown as the resolver will see it: a homograph in punycode, an address of numbers in its usual form.
 */
export function readExternal(address: string): ExternalAddress {
  if (address.length > LONGEST || !URL.canParse(address) || holdsControl(address)) return { allowed: false };
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return { allowed: false };
  if (url.protocol === 'mailto:') {
    const [to = ''] = url.pathname.split('?');
    return to === '' ? { allowed: false } : { allowed: true, url: url.href, shown: decodeSafely(to) };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { allowed: false };
  return url.host === '' ? { allowed: false } : { allowed: true, url: url.href, shown: url.host };
}

/** Controls and marks of writing direction could make the shown address look like another. */
function holdsControl(address: string): boolean {
  return /[\p{Cc}\p{Cf}\s]/u.test(address);
}

function decodeSafely(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    return holdsControl(decoded) ? text : decoded;
  } catch {
    return text;
  }
}
