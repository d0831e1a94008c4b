@echo off
rem Starts Rollcall with a Java of the machine.
rem
rem   JAVA_HOME           the Java to take; without it, the one on the PATH
rem   ROLLCALL_HOME       the folder with config, footage, attendance and output; without it, the
rem                       one that this program was unpacked into
rem   ROLLCALL_JAVA_OPTS  more options for Java, with blanks between them, such as -Xmx1g
setlocal

for %%d in ("%~dp0..") do set "PROGRAM=%%~fd"
if not defined ROLLCALL_HOME set "ROLLCALL_HOME=%PROGRAM%"
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo Cannot start Rollcall: "%JAVA%" does not run, expected Java 17 or newer. Install it, or name its folder in JAVA_HOME. 1>&2
  exit /b 2
)
set "VERSION=0"
for /f "usebackq tokens=3" %%v in (`call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "`) do set "VERSION=%%~v"
set "MAJOR=0"
for /f "tokens=1,2 delims=.-+_" %%a in ("%VERSION%") do if "%%a"=="1" (set "MAJOR=%%b") else (set "MAJOR=%%a")
if %MAJOR% LSS 17 (
  echo Cannot start Rollcall: found Java "%VERSION%" at "%JAVA%", expected 17 or newer. Install a newer one, or name its folder in JAVA_HOME. 1>&2
  exit /b 2
)

"%JAVA%" -Xms16m -Xmx512m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED %ROLLCALL_JAVA_OPTS% -cp "%PROGRAM%\lib\*" org.rollcall.Main %*
exit /b %ERRORLEVEL%
