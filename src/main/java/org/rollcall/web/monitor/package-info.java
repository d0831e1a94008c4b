/**
 * {@code /health} and {@code /metrics}, for monitoring programs. They need no login and tell
 * nothing about classes or students. {@link org.rollcall.web.monitor.MonitorArea} adds both.
 *
 * <p>A request touches no disk: the health of the service is found out in a thread of its own, at
 * most twice a minute.
 */
package org.rollcall.web.monitor;
