package org.rollcall.store.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A table with what a backup has to know of it.
 *
 * @param name its name
 * @param columns its columns by name, in their order
 */
public record BackupTable(String name, Map<String, KeyKind> columns) {
  /** What a column holds, whatever each database calls that. */
  public enum KeyKind {
    /** Text, in a backup a string. */
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
    /** A whole number of at most 64 bits; times in milliseconds are such, too. */
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
    /** A number with a fraction, of double precision. */
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
    /** True or false. */
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
    /** Any bytes, in a backup a string in Base64. */
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

    /** {@return the value of a column that is not empty} */
    abstract Object read(ResultSet row, int column) throws SQLException;

    /** {@return the value that a backup holds} */
    abstract Object parse(JsonNode node);

    /** {@return what a column of a type holds, as a database calls the type} */
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

  /** {@return the query for all rows, with the columns in their order; rows come in any order} */
  public String select() {
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
