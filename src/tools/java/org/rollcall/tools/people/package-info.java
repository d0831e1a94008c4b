/** People for measurements: their faces are filmed and embedded once, and kept in a folder. */
package org.rollcall.tools.people;
