/**
 * What can be seen of the service over the network. Start with {@link org.rollcall.web.PageServer},
 * which {@code serve} opens.
 *
 * <p>Each group of addresses is a class of its own: {@code HealthRoutes}, {@code MetricsRoutes}.
 * They share nothing but what they are given, and only this package knows Javalin and the formats
 * of Prometheus.
 *
 * <p>Nothing here may slow or stop the nightly work: requests are answered by a few threads of
 * their own, none of which touches a disc; one thread of low priority looks at the installation,
 * and no more often than twice a minute.
 */
package org.rollcall.web;
