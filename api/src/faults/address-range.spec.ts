import { expect, test } from '@jest/globals';
import { isPublicAddress } from './address-range.js';

test.each([
  '127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0',
  '224.0.0.1', '255.255.255.255', '198.51.100.7', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1',
  '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1',
  'localhost', '', '1.2.3', '1.2.3.4.5', '256.1.1.1', '1:2:3', '2a00::1::2', '::ffff:999.0.0.1',
])('%s is not reached', (address) => {
  expect(isPublicAddress(address)).toBe(false);
}); // prettier-ignore

test.each([
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '193.10.1.1',
  '2a00:801::1',
  '2001:6b0::1',
  '::ffff:8.8.8.8',
])('%s is reached', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
