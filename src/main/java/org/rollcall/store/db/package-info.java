/**
 * How the database is reached: connections and transactions for SQLite and PostgreSQL, the schema
 * and its migrations, and what the failures of either mean to a person. For {@code store} and its
 * parts only, but for {@link org.rollcall.store.db.StoreSettings}, the address and the exceptions.
 */
package org.rollcall.store.db;
