/**
 * Access to the database: connections and transactions for SQLite and PostgreSQL, the schema and
 * its migrations, and the translation of their failures for people. Only for {@code store} and its
 * parts, except {@link org.rollcall.store.db.StoreSettings}, the address and the exceptions.
 */
package org.rollcall.store.db;
