package org.rollcall.store.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A table as a backup needs to know it.
 *
 * @param name its name
 * @param columns its columns by name, in order
 */
record BackupTable(String name, Map<String, KeyKind> columns) {
  /** The type of a column, independent of what each database calls it. */
  enum KeyKind {
    /** Text; a string in the backup. */
    TEXT(Types.VARCHAR) {
      @Override
      Object read(ResultSet row, int column) throws SQLException {
        return row.getString(column);
      }

      @Override
      Object parse(JsonNode node) {
        return node.stringValue();
      }
    },
    /** An integer of at most 64 bits, including times in milliseconds. */
    WHOLE_NUMBER(Types.BIGINT) {
      @Override
      Object read(ResultSet row, int column) throws SQLException {
        return row.getLong(column);
      }

      @Override
      Object parse(JsonNode node) {
        return node.longValue();
      }
    },
    /** A double-precision floating-point number. */
    NUMBER(Types.DOUBLE) {
      @Override
      Object read(ResultSet row, int column) throws SQLException {
        return row.getDouble(column);
      }

      @Override
      Object parse(JsonNode node) {
        return node.doubleValue();
      }
    },
    /** A boolean. */
    TRUTH(Types.BOOLEAN) {
      @Override
      Object read(ResultSet row, int column) throws SQLException {
        return row.getBoolean(column);
      }

      @Override
      Object parse(JsonNode node) {
        return node.booleanValue();
      }
    },
    /** Binary data; a Base64 string in the backup. */
    BYTES(Types.BINARY) {
      @Override
      Object read(ResultSet row, int column) throws SQLException {
        return row.getBytes(column);
      }

      @Override
      Object parse(JsonNode node) {
        return node.binaryValue();
      }
    };

    private final int sqlType;

    KeyKind(int sqlType) {
      this.sqlType = sqlType;
    }

    int sqlType() {
      return sqlType;
    }

    /** {@return the value of a column that is not NULL} */
    abstract Object read(ResultSet row, int column) throws SQLException;

    /** {@return the value in a backup} */
    abstract Object parse(JsonNode node);

    /** {@return the kind of a column, from the name of its type in a database} */
    static KeyKind ofType(String type) {
      return switch (type.toLowerCase(Locale.ROOT)) {
        case "text", "varchar" -> TEXT;
        case "integer", "bigint", "int4", "int8" -> WHOLE_NUMBER;
        case "double precision", "double", "float8" -> NUMBER;
        case "boolean", "bool" -> TRUTH;
        case "bytea" -> BYTES;
        default -> throw new IllegalStateException("No backup of columns of type " + type);
      };
    }
  }

  /** {@return the query for all rows, with the columns in order and the rows in any order} */
  String select() {
    return "SELECT %s FROM %s".formatted(String.join(", ", columns.keySet()), name);
  }

  String insert() {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            name,
            String.join(", ", columns.keySet()),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }
}
