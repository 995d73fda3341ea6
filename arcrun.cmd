@echo off
rem Builds what changed, then starts the studio (no arguments) or the command line.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "STATE=%HOME_DIR%\target"

set "JDK="
call :try "%JAVA_HOME%"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if not defined JDK if exist "%%~R" for /d %%D in ("%%~R\*") do call :try "%%~D"
)
if not defined JDK (
  echo Arcrun Studio needs a JDK 25 or newer: install one ^(for example Temurin 25 from adoptium.net^) or set JAVA_HOME to it. 1>&2
  exit /b 2
)

set "STALE=1"
if exist "%STATE%\arcrun.stamp" (
  powershell -NoProfile -Command "$s=(Get-Item '%STATE%\arcrun.stamp').LastWriteTimeUtc; $n=Get-ChildItem '%HOME_DIR%\pom.xml','%HOME_DIR%\engine','%HOME_DIR%\parts-catalog','%HOME_DIR%\app','%HOME_DIR%\icons' -Recurse -File -ErrorAction SilentlyContinue | Where-Object { $_.FullName -notmatch '\\(target|node_modules)\\' -and $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
  if not errorlevel 1 set "STALE="
)
if defined STALE (
  where mvn >nul 2>nul || (
    echo Arcrun Studio is built with Maven 3.8 or newer: install it and try again. 1>&2
    exit /b 2
  )
  if not exist "%STATE%" mkdir "%STATE%"
  type nul > "%STATE%\arcrun.new"
  echo Building Arcrun Studio ... 1>&2
  set "JAVA_HOME=!JDK!"
  call mvn -q -ntp -B -f "%HOME_DIR%\pom.xml" -Dmaven.test.skip=true package > "%STATE%\arcrun-build.log" 2>&1
  if errorlevel 1 (
    echo The build failed; see %STATE%\arcrun-build.log 1>&2
    exit /b 2
  )
  move /y "%STATE%\arcrun.new" "%STATE%\arcrun.stamp" >nul
)

set "FLAGS=-XX:-DontCompileHugeMethods -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
set EMULATOR="-Darcrun.emulator=%HOME_DIR%\cloudflare-client\emulator"
if "%~1"=="" (
  "!JDK!\bin\java" %FLAGS% %EMULATOR% --enable-native-access=javafx.graphics --module-path "%HOME_DIR%\app\desktop\target\dist\fx" --add-modules javafx.controls,javafx.swing -cp "%HOME_DIR%\app\desktop\target\dist\app\arcrun-desktop.jar" dev.arcrun.desktop.StudioMain "%HOME_DIR%\samples"
) else (
  "!JDK!\bin\java" %FLAGS% %EMULATOR% -cp "%HOME_DIR%\app\cli\target\dist\arcrun-cli.jar" dev.arcrun.cli.Main %*
)
exit /b %errorlevel%

:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /r /c:"^JAVA_VERSION=\"2[5-9]" /c:"^JAVA_VERSION=\"[3-9][0-9]" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b 0
