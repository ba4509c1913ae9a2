import { isPublicAddress } from './address-range.js';

/** Whether a text is one whole e-mail address, and nothing that a mail server could take for two. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(text);
}

/** Whether a webhook may be set to an address: https, no password in it, a name or address of the Internet. */
export function isCallable(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url?.hostname.replaceAll(/[[\]]/g, '') ?? '';
  const literal = /^[\d.]+$|:/.test(host);
  const local = !host.includes('.') || /(^|\.)(localhost|local|internal)$/.test(host);
  return url?.protocol === 'https:' && url.username === '' && (literal ? isPublicAddress(host) : !local);
}
