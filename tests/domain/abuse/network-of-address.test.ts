import { expect, test } from "vitest";
import { networkOfAddress } from "~/domain/abuse/network-of-address";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0000:ffff:0:0:1", "2001:db8:0:0::/64"],
  ["2001:db8:1:2:3:4:203.0.113.7", "2001:db8:1:2::/64"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::ffff:cb00:7107", "203.0.113.7"],
  ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
])("%s is of the network %s", (address, network) => {
  expect(networkOfAddress(address)).toBe(network);
});

test.each([
  "127.0.0.1",
  "::1",
  "::",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.0.1",
  "100.64.0.1",
  "100.127.255.255",
  "::ffff:10.1.2.3",
  "::ffff:127.0.0.1",
  "fe80::1",
  "fe80::1%eth0",
  "fd12:3456::1",
  "fc00::1",
  "ff02::1",
  "239.1.1.1",
  "255.255.255.255",
  "",
  "unknown",
  "203.0.113.7:443",
  "203.0.113.256",
  undefined,
])("%s tells nothing about anybody's network", (address) => {
  expect(networkOfAddress(address)).toBeNull();
});

test.each(["172.32.0.1", "100.128.0.1", "192.169.0.1", "11.0.0.1", "169.253.0.1", "223.255.255.255"])(
  "%s lies just outside of what is private",
  (address) => {
    expect(networkOfAddress(address)).toBe(address);
  },
);
