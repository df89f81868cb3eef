// Which day it is, by this device, unless its clock is plainly behind.

const DAY_MS = 86_400_000;

/**
 * Today as `2026-01-31`, in the time zone of the device.
 *
 * A page cannot be older than the day on which the server made it. Where the device believes itself
 * more than a day before that, its clock is wrong, and the day of the page is nearer to the truth.
 * A clock that is ahead is noticed by the server.
 */
export function today() {
  const device = new Intl.DateTimeFormat("sv-SE").format(new Date());
  const { day: page } = document.documentElement.dataset;
  return new Date(page) - new Date(device) > DAY_MS ? page : device;
}
