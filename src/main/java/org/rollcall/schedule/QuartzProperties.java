package org.rollcall.schedule;

import static org.quartz.impl.StdSchedulerFactory.PROP_DATASOURCE_PREFIX;
import static org.quartz.impl.StdSchedulerFactory.PROP_JOB_STORE_CLASS;
import static org.quartz.impl.StdSchedulerFactory.PROP_JOB_STORE_PREFIX;
import static org.quartz.impl.StdSchedulerFactory.PROP_SCHED_INSTANCE_ID;
import static org.quartz.impl.StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME;
import static org.quartz.impl.StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON;
import static org.quartz.impl.StdSchedulerFactory.PROP_THREAD_POOL_CLASS;
import static org.quartz.impl.StdSchedulerFactory.PROP_THREAD_POOL_PREFIX;

import java.util.Properties;
import java.util.UUID;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.HikariCpPoolingConnectionProvider;
import org.quartz.utils.PoolingConnectionProvider;
import org.rollcall.night.ScheduleStore;

/** The properties with which Quartz is started. */
final class QuartzProperties {
  /** Nodes with the same name share a schedule. */
  private static final String NAME = "rollcall";

  private QuartzProperties() {}

  /** {@return those of a schedule in memory, rebuilt from the settings and the last run} */
  static Properties local() {
    Properties properties = new Properties();
    properties.setProperty(PROP_SCHED_INSTANCE_NAME, NAME);
    properties.setProperty(PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    properties.setProperty(PROP_THREAD_POOL_CLASS, SimpleThreadPool.class.getName());
    // One for the hourly check, which may hang on a network share, and one for all other tasks.
    properties.setProperty(PROP_THREAD_POOL_PREFIX + ".threadCount", "2");
    properties.setProperty(PROP_THREAD_POOL_PREFIX + ".threadNamePrefix", "schedule");
    properties.setProperty(PROP_THREAD_POOL_PREFIX + ".makeThreadsDaemons", "true");
    return properties;
  }

  /** {@return those of a clustered schedule in a database, where one node fires each night} */
  static Properties shared(ScheduleStore store) {
    Properties properties = local();
    // The ids that Quartz generates collide for nodes of the same host name that start in the same
    // millisecond.
    properties.setProperty(PROP_SCHED_INSTANCE_ID, "rollcall-" + UUID.randomUUID());
    properties.setProperty(PROP_JOB_STORE_CLASS, JobStoreTX.class.getName());
    // Quartz keeps its connection pools in a static map by name, too.
    String pool = "schedule-" + UUID.randomUUID();
    jobStore(properties, "driverDelegateClass", PostgreSQLDelegate.class.getName());
    jobStore(properties, "tablePrefix", "QRTZ_");
    jobStore(properties, "isClustered", "true");
    jobStore(properties, "acquireTriggersWithinLock", "true");
    jobStore(properties, "dataSource", pool);
    String source = PROP_DATASOURCE_PREFIX + "." + pool + ".";
    properties.setProperty(
        source + PoolingConnectionProvider.POOLING_PROVIDER,
        HikariCpPoolingConnectionProvider.POOLING_PROVIDER_NAME);
    properties.setProperty(source + PoolingConnectionProvider.DB_DRIVER, "org.postgresql.Driver");
    properties.setProperty(source + PoolingConnectionProvider.DB_URL, store.jdbcUrl());
    properties.setProperty(source + PoolingConnectionProvider.DB_USER, store.user());
    properties.setProperty(source + PoolingConnectionProvider.DB_PASSWORD, store.password());
    properties.setProperty(source + PoolingConnectionProvider.DB_MAX_CONNECTIONS, "4");
    return properties;
  }

  private static void jobStore(Properties properties, String key, String value) {
    properties.setProperty(PROP_JOB_STORE_PREFIX + "." + key, value);
  }
}
